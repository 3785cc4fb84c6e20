/** Whether a lead meets a condition, by the coded column of its chunk. */
import type { LeadsBehind } from '../../../contract/windows.ts'
import type { CodedColumn } from '../../history/lead-chunk.ts'

type Condition = Exclude<LeadsBehind['condition'], { kind: 'all' }>

/** Looks at a chunk's column (null: its model did not have the field) and tells of each lead whether it meets the condition. */
export type ColumnTest = (column: CodedColumn | null) => (lead: number) => boolean

const nobody = () => false

/** The test of a condition; `levels` are the names of a category's codes, `known` those the baseline holds. */
export function testColumn(
  condition: Condition,
  levels: readonly string[],
  known: ReadonlySet<string>,
): ColumnTest {
  switch (condition.kind) {
    case 'missing':
      return (column) => (column ? testMissing(column) : () => true)
    case 'unseen': {
      // Where the baseline has no value at all, nothing is new.
      const wanted = known.size === 0 ? new Uint8Array() : marks(levels, (level) => !known.has(level))
      return (column) => testCodes(column, wanted)
    }
    case 'values': {
      const values = new Set(condition.values)
      const numbers = new Set(condition.values.map(Number).map(Math.fround))
      const wanted = marks(levels, (level) => values.has(level))
      return (column) => {
        if (column?.kind !== 'number') return testCodes(column, wanted)
        return (lead) => numbers.has(column.values[lead] ?? Number.NaN) && !Number.isNaN(column.values[lead])
      }
    }
    case 'between':
      return (column) => testBetween(column, condition)
  }
}

function testMissing(column: CodedColumn): (lead: number) => boolean {
  switch (column.kind) {
    case 'number':
      return (lead) => Number.isNaN(column.values[lead])
    case 'category':
      return (lead) => column.codes[lead] === 0
    case 'text':
      return (lead) => Number.isNaN(column.lengths[lead])
  }
}

/** 1 for each code whose name is wanted; code 0 is missing and has none. */
function marks(levels: readonly string[], wanted: (level: string) => boolean): Uint8Array {
  return Uint8Array.from(levels, (level, code) => (code > 0 && wanted(level) ? 1 : 0))
}

function testCodes(column: CodedColumn | null, wanted: Uint8Array): (lead: number) => boolean {
  if (column?.kind !== 'category') return nobody
  return (lead) => wanted[column.codes[lead] ?? 0] === 1
}

function testBetween(
  column: CodedColumn | null,
  { measure, from, below }: Extract<Condition, { kind: 'between' }>,
): (lead: number) => boolean {
  const values = measured(column, measure)
  if (!values) return nobody
  // Stored values are float32, so that a limit of 0.7 is the 0.7 of a lead.
  const least = from === null ? Number.NEGATIVE_INFINITY : Math.fround(from)
  const limit = below === null ? Number.POSITIVE_INFINITY : Math.fround(below)
  // A missing value is not a number and passes no comparison.
  return (lead) => {
    const value = values[lead] as number
    return value >= least && value < limit
  }
}

function measured(
  column: CodedColumn | null,
  measure: Extract<Condition, { kind: 'between' }>['measure'],
): Float32Array | null {
  if (column?.kind === 'number') return measure === 'value' ? column.values : null
  if (column?.kind !== 'text') return null
  return measure === 'characters' ? column.lengths : measure === 'parts' ? column.counts : null
}
