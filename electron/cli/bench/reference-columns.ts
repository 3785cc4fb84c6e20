/** The bundled reference as columns that a simulation can draw leads from. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { systemFiles } from '../../engine/platform/files.ts'
import { readBundle } from '../../engine/registry/read-bundle.ts'

/** A field of the reference by lead: numbers (NaN is missing), or indices into levels (-1 is missing). Texts by their length. */
export interface ReferenceColumn {
  readonly name: string
  /** null for numbers. */
  readonly levels: readonly string[] | null
  readonly cells: Float64Array
}

/** Every field of the bundled model's reference, and the score. */
export function readReferenceColumns(): ReferenceColumn[] {
  const folder = join(import.meta.dirname, '../../../resources/model')
  const { manifest } = readBundle(folder, systemFiles)
  const rows: Record<string, string>[] = parse(readFileSync(join(folder, manifest.reference?.file ?? '')), {
    columns: true,
    bom: true,
  })
  const columns = manifest.fields.map(({ name, type }): ReferenceColumn => {
    const texts = rows.map((row) => row[name] ?? '')
    if (type === 'category') return categoryColumn(name, texts)
    const numberOf = (text: string) =>
      text === '' ? Number.NaN : type === 'text' ? text.length : Number(text)
    return { name, levels: null, cells: Float64Array.from(texts, numberOf) }
  })
  const score = Float64Array.from(rows, (row) => Number(row[manifest.reference?.scoreColumn ?? '']))
  return [...columns, { name: 'score', levels: null, cells: score }]
}

function categoryColumn(name: string, texts: readonly string[]): ReferenceColumn {
  const levels = [...new Set(texts)].filter((text) => text !== '')
  const indices = new Map(levels.map((level, index) => [level, index]))
  return { name, levels, cells: Float64Array.from(texts, (text) => indices.get(text) ?? -1) }
}
