import {
  categorySamples,
  type FieldSamples,
  numberSamples,
} from '../../engine/monitoring/judgement/field-samples.ts'
import type { ReferenceColumn } from './reference-columns.ts'

/** Rows of a column, drawn with replacement. */
export function drawRows(from: number, count: number, random: () => number): Uint32Array {
  const rows = new Uint32Array(count)
  for (let at = 0; at < count; at++) rows[at] = Math.floor(random() * from)
  return rows
}

/** A field's samples from rows of its column; `shift` is added to the window's numbers. */
export function samplesOf(
  { name, levels, cells }: ReferenceColumn,
  reference: Uint32Array,
  window: Uint32Array,
  shift = 0,
): FieldSamples {
  const pick = (rows: Uint32Array, by: number) => {
    const picked = new Float64Array(rows.length)
    for (let at = 0; at < rows.length; at++) picked[at] = (cells[rows[at] ?? 0] ?? Number.NaN) + by
    return picked
  }
  return levels
    ? categorySamples(name, levels, pick(reference, 0), pick(window, 0))
    : numberSamples(name, pick(reference, 0), pick(window, shift))
}

/** The column without the leads that lack a value. */
export function withoutMissing(column: ReferenceColumn): ReferenceColumn {
  return {
    ...column,
    cells: column.cells.filter((cell) => (column.levels ? cell >= 0 : !Number.isNaN(cell))),
  }
}
