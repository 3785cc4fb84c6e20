import { expect, test } from 'vitest'
import { exampleField } from '../../../../model/bundle/example-field.ts'
import type { Field } from '../../../../model/bundle/field.ts'
import { compareField } from './compared-measure.ts'
import { tellDifference } from './tell-difference.ts'

const YEAR: Partial<Field> = { type: 'integer', min: 1000, max: 2100 }
const sample = (values: readonly number[]) => ({
  count: values.length,
  scores: new Float32Array(values.length),
  columns: [{ kind: 'number' as const, values: Float32Array.from(values) }],
})
const from = (first: number) => Array.from({ length: 20 }, (_, i) => first + i)

function told(field: Partial<Field>, baseline: readonly number[], window: readonly number[]) {
  const [measured] = compareField(exampleField(field), 0, sample(baseline), sample(window), 'size-aware')
  return measured && tellDifference(measured)?.words
}

test.each([
  ['years', YEAR, /^of these leads are before \d{4}$/, /^of these leads are \d{4} or later$/],
  [
    'days',
    { type: 'date' } as const,
    /^of these leads are before \d{4}-\d\d-\d\d$/,
    /^of these leads are \d{4}-\d\d-\d\d or later$/,
  ],
  [
    'numbers',
    { type: 'number' } as const,
    /^of these leads are below \d+(\.\d+)?$/,
    /^of these leads are \d+(\.\d+)? or more$/,
  ],
])('%s that are smaller, or larger', (_, field, smaller, larger) => {
  expect(told(field, from(2010), from(1980))).toMatch(smaller)
  expect(told(field, from(1980), from(2010))).toMatch(larger)
})

test('where some leads have no value, the share is of those that have', () => {
  expect(told(YEAR, from(2010), [...from(1980), Number.NaN])).toMatch(/^of the leads with a value are before/)
})
