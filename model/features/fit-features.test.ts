import { describe, expect, test } from 'vitest'
import { exampleField } from '../bundle/example-field.ts'
import type { FieldValue } from '../bundle/field.ts'
import { encodeOutOfFold, encodeRows } from './encode-rows.ts'
import type { PlannedFeature } from './feature-plan.ts'
import { fitFeatures, type TrainingRows } from './fit-features.ts'

const fields = [
  exampleField({ name: 'year', type: 'integer' }),
  exampleField({ name: 'city', type: 'category' }),
  exampleField({ name: 'met', type: 'date' }),
]
const rowsOf = (...rows: readonly [values: FieldValue[], outcome: 0 | 1][]): TrainingRows => ({
  values: rows.map(([values]) => values),
  outcomes: Uint8Array.from(rows, ([, outcome]) => outcome),
})
const cityRate: PlannedFeature = {
  kind: 'targetMean',
  name: 'rate',
  field: 'city',
  smoothing: 2,
  minimumRows: 2,
}

describe('fitFeatures', () => {
  test('a missing number takes the median of those that are there', () => {
    const plan: PlannedFeature[] = [
      { kind: 'number', name: 'year', field: 'year', missing: 'median' },
      { kind: 'number', name: 'learned', field: 'year', missing: 'learn' },
    ]
    const rows = rowsOf(
      [[2000, null, null], 0],
      [[2010, null, null], 1],
      [[null, null, null], 1],
      [[2011, null, null], 0],
    )
    expect(fitFeatures(plan, fields, rows)).toMatchObject([{ missing: 2010 }, { missing: null }])
    expect(fitFeatures(plan, fields, rowsOf([[null, null, null], 0]))).toMatchObject([
      { missing: null },
      { missing: null },
    ])
  })

  test('a missing date takes the median of its part', () => {
    const plan: PlannedFeature[] = [
      { kind: 'datePart', name: 'year', field: 'met', part: 'year', missing: 'median' },
    ]
    const rows = rowsOf([[null, null, 0], 0], [[null, null, 800], 1], [[null, null, 400], 1])
    expect(fitFeatures(plan, fields, rows)).toMatchObject([{ missing: 1971 }])
  })

  test('a category’s rate is pulled towards the overall rate, rare ones are unseen, missing is UNKNOWN', () => {
    const rows = rowsOf(
      [[null, 'Lyon', null], 1],
      [[null, 'Lyon', null], 1],
      [[null, 'Nice', null], 0],
      [[null, null, null], 0],
      [[null, null, null], 0],
    )
    // Overall 2 of 5. Lyon: (2 + 2 * 0.4) / (2 + 2). Missing: (0 + 0.8) / 4. Nice was met once only.
    expect(fitFeatures([cityRate], fields, rows)).toEqual([
      {
        kind: 'targetMean',
        name: 'rate',
        field: 'city',
        means: [
          ['Lyon', 0.7],
          ['UNKNOWN', 0.2],
        ],
        unseen: 0.4,
      },
    ])
  })

  test('a plan for a field that does not exist is a bug', () => {
    expect(() => fitFeatures([{ kind: 'present', name: 'x', field: 'nowhere' }], fields, rowsOf())).toThrow(
      'nowhere',
    )
  })
})

describe('encodeOutOfFold', () => {
  const rows = rowsOf(
    [[null, 'Lyon', null], 1],
    [[null, 'Lyon', null], 1],
    [[null, 'Lyon', null], 0],
    [[null, 'Lyon', null], 0],
  )
  const folds = Uint8Array.of(0, 0, 1, 1)

  test('a row’s own outcome never enters its features', () => {
    const plan: PlannedFeature[] = [{ ...cityRate, smoothing: 0 }]
    // Fold 0 sees only the two that did not engage, fold 1 only the two that did.
    expect([...encodeOutOfFold(plan, fields, rows, folds, 2).data]).toEqual([0, 0, 1, 1])
    expect([...encodeRows(fields, fitFeatures(plan, fields, rows), rows.values).data]).toEqual([
      0.5, 0.5, 0.5, 0.5,
    ])
  })

  test('features that need no fitting are the same either way', () => {
    const plan: PlannedFeature[] = [
      { kind: 'equals', name: 'lyon', field: 'city', value: 'Lyon' },
      { kind: 'present', name: 'year', field: 'year' },
    ]
    expect(encodeOutOfFold(plan, fields, rows, folds, 2)).toEqual(
      encodeRows(fields, fitFeatures(plan, fields, rows), rows.values),
    )
  })
})
