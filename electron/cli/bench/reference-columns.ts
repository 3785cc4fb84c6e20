import type { SampleColumn } from '../../engine/monitoring/windows/lead-sample.ts'
import type { BundledReference } from './bundled-reference.ts'

/** A field of the reference by lead: numbers (NaN is missing), or indices into levels (-1 is missing). Texts by their length. */
export interface ReferenceColumn {
  readonly name: string
  /** null for numbers. */
  readonly levels: readonly string[] | null
  readonly cells: Float64Array
}

/** Every field of the reference, and the score. */
export function referenceColumns({ manifest, leads }: BundledReference): ReferenceColumn[] {
  const scores: SampleColumn = { kind: 'number', values: leads.scores }
  const names = [...manifest.fields.map(({ name }) => name), 'score']
  return [...leads.columns, scores].map((column, index) => toColumn(names[index] ?? '', column))
}

function toColumn(name: string, column: SampleColumn): ReferenceColumn {
  switch (column.kind) {
    case 'number':
      return { name, levels: null, cells: Float64Array.from(column.values) }
    case 'text':
      return { name, levels: null, cells: Float64Array.from(column.characters) }
    case 'category':
      // Code 0, which is missing, has the first place among the levels.
      return {
        name,
        levels: column.levels.slice(1),
        cells: Float64Array.from(column.codes, (code) => code - 1),
      }
  }
}
