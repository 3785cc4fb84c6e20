import { describe, expect, it } from 'vitest'
import type { Field } from '../../electron/contract/app-info.ts'
import type { ColumnTarget, FileColumn } from '../../electron/contract/importing.ts'
import {
  conflictingColumns,
  mappingObstacle,
  missingFields,
  type Targets,
  targetKey,
  targetOfKey,
  toMapping,
  withTarget,
} from './mapping.ts'

const field = (name: string, importance: number): Field => ({
  name,
  label: name.toUpperCase(),
  help: '',
  group: 'G',
  type: 'text',
  synonyms: [],
  influenceable: false,
  sensitive: false,
  importance,
})
const FIELDS = [field('jobtitle', 0.1), field('summary', 0.6), field('skills', 0.3)]
const columns: FileColumn[] = ['Title', 'Bio', ''].map((header, index) => ({
  index,
  header,
  samples: [],
  target: null,
  matched: 'none',
}))
const feeds = (name: string): ColumnTarget => ({ kind: 'field', name })
const targets = (...pairs: [number, ColumnTarget][]): Targets => new Map(pairs)

describe('mapping', () => {
  it('finds columns that feed the same thing, from each side', () => {
    const both = targets([0, feeds('jobtitle')], [1, feeds('jobtitle')], [2, feeds('skills')])
    expect([...conflictingColumns(both)]).toEqual([
      [0, [1]],
      [1, [0]],
    ])
  })

  it('names the columns in conflict, and a column without header by its place', () => {
    expect(mappingObstacle(columns, targets([0, feeds('jobtitle')], [2, feeds('jobtitle')]), FIELDS)).toBe(
      '“Title” and column 3 are set to “JOBTITLE”. Set all but one of them to “Ignore” or to something else.',
    )
  })

  it('does not start without a single field, however complete the identity is', () => {
    expect(mappingObstacle(columns, targets([0, { kind: 'identity', name: 'name' }]), FIELDS)).toMatch(
      /names and addresses alone cannot be scored/,
    )
    expect(mappingObstacle(columns, targets([0, feeds('jobtitle')]), FIELDS)).toBeNull()
  })

  it('lists missing fields with the most telling first', () => {
    expect(missingFields(FIELDS, targets([0, feeds('jobtitle')])).map(({ name }) => name)).toEqual([
      'summary',
      'skills',
    ])
  })

  it('turns targets into drop-down values and back', () => {
    const all: ColumnTarget[] = [feeds('skills'), { kind: 'identity', name: 'email' }]
    for (const target of all) expect(targetOfKey(targetKey(target), FIELDS)).toEqual(target)
    expect(targetOfKey('ignore', FIELDS)).toBeNull()
    expect(targetOfKey('field:constructor', FIELDS)).toBeNull()
  })

  it('leaves ignored columns out of the mapping and keeps file order', () => {
    const chosen = withTarget(withTarget(targets([2, feeds('skills')]), 0, feeds('jobtitle')), 2, null)
    expect(toMapping(withTarget(chosen, 1, feeds('summary')))).toEqual([
      { column: 0, target: feeds('jobtitle') },
      { column: 1, target: feeds('summary') },
    ])
  })
})
