import type { LeadSample, SampleColumn } from '../../engine/monitoring/windows/lead-sample.ts'

/** The leads in these rows, whole: with their gaps, and what their fields have to do with each other. */
export function pickLeads({ scores, columns }: LeadSample, rows: Uint32Array): LeadSample {
  return {
    count: rows.length,
    scores: pick(scores, rows, new Float32Array(rows.length)),
    columns: columns.map((column) => pickColumn(column, rows)),
  }
}

function pickColumn(column: SampleColumn, rows: Uint32Array): SampleColumn {
  const numbers = (cells: Float32Array) => pick(cells, rows, new Float32Array(rows.length))
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: numbers(column.values) }
    case 'text':
      return { kind: 'text', characters: numbers(column.characters), parts: numbers(column.parts) }
    case 'category':
      return { ...column, codes: pick(column.codes, rows, new Uint32Array(rows.length)) }
  }
}

function pick<T extends Float32Array | Uint32Array>(cells: T, rows: Uint32Array, into: T): T {
  for (let at = 0; at < rows.length; at++) into[at] = cells[rows[at] ?? 0] ?? Number.NaN
  return into
}
