import { describe, expect, it } from 'vitest'
import { exampleField } from '../../../electron/contract/example-field.ts'
import type { ColumnTarget } from '../../../electron/contract/importing.ts'
import {
  conflictingColumns,
  missingFields,
  type Targets,
  targetKey,
  targetOfKey,
  toMapping,
  withTarget,
} from './mapping.ts'

const field = (name: string, importance: number) =>
  exampleField({ name, importance, label: name.toUpperCase() })
const FIELDS = [field('jobtitle', 0.1), field('summary', 0.6), field('skills', 0.3)]
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
