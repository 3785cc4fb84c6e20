/** The leads a model was made for, from its bundle's reference.csv. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import { readField } from '../../../../model/bundle/read-field.ts'
import { PART_SEPARATOR } from '../../../../model/features/feature-columns.ts'
import { codePointLength, partCount } from '../../../../model/features/text-size.ts'
import { refuse } from '../../../contract/result.ts'
import { type CsvRecord, CsvTokenizer, cellText, isBlankRecord } from '../../importing/csv/csv-tokenizer.ts'
import type { Files } from '../../platform/files.ts'
import { readReferenceFile } from '../../registry/read-bundle.ts'
import type { LeadSample, SampleColumn } from './lead-sample.ts'

/** What every sentence calls them: nobody but us knows what a reference is. */
export const REFERENCE_NAME = 'the model’s own leads'

/** A model's reference leads. */
export interface Reference extends LeadSample {
  /** Share of them that did what the model predicts, 0 to 1; null where that is not known of any. */
  readonly observed: number | null
}

/** Reads and checks the reference of a bundle; null for a model without. */
export function readReference(folder: string, manifest: Manifest, files: Files): Reference | null {
  const bytes = readReferenceFile(folder, manifest, files)
  if (!bytes || !manifest.reference) return null
  const rows = readRows(bytes)
  const { scoreColumn, outcomeColumn } = manifest.reference
  const scores = Float32Array.from(rows.cells(scoreColumn), Number)
  const known = rows.cells(outcomeColumn).filter((cell) => cell !== '')
  if (scores.some((score) => Number.isNaN(score))) refuseReference(`a cell of ${scoreColumn} is no number`)
  return {
    count: rows.count,
    scores,
    columns: manifest.fields.map((field) => toColumn(field, rows.cells(field.name))),
    observed: known.length === 0 ? null : known.filter((cell) => cell === '1').length / known.length,
  }
}

interface Rows {
  readonly count: number
  /** The cells of a column; refuses one that is not there. */
  readonly cells: (name: string) => readonly string[]
}

const COMMA = ','.charCodeAt(0)
const BYTE_ORDER_MARK = '\uFEFF'

function readRows(bytes: Buffer): Rows {
  const tokenizer = new CsvTokenizer(COMMA)
  tokenizer.feed(bytes)
  tokenizer.end()
  if (!tokenizer.next()) refuseReference('their file is empty')
  const header = cellsOf(tokenizer.record)
  if (header[0]?.startsWith(BYTE_ORDER_MARK)) header[0] = header[0].slice(1)
  const columns: string[][] = header.map(() => [])
  let count = 0
  while (tokenizer.next()) {
    const { record } = tokenizer
    if (isBlankRecord(record)) continue
    if (record.unclosedQuote || record.cellCount !== header.length) {
      refuseReference(`row ${count + 1} does not have ${header.length} cells`)
    }
    for (const [index, column] of columns.entries()) column.push(cellText(record, index))
    count += 1
  }
  return {
    count,
    cells: (name) => columns[header.indexOf(name)] ?? refuseReference(`their file has no column ${name}`),
  }
}

function cellsOf(record: CsvRecord): string[] {
  return Array.from({ length: record.cellCount }, (_, cell) => cellText(record, cell))
}

function refuseReference(reason: string): never {
  return refuse(
    'reference_damaged',
    `The model’s own leads cannot be used: ${reason}.`,
    'Install the model again. Leads can be scored meanwhile.',
  )
}

function toColumn(field: Field, cells: readonly string[]): SampleColumn {
  const values = cells.map((cell) => {
    const read = readField(field, cell)
    // What the model never had as a value is no value here either.
    return read.ok ? read.value : null
  })
  const numbers = (measure: (value: string) => number) =>
    Float32Array.from(values, (value) => (typeof value === 'string' ? measure(value) : Number.NaN))
  switch (field.type) {
    case 'number':
    case 'integer':
    case 'date':
      return {
        kind: 'number',
        values: Float32Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)),
      }
    case 'category':
      return toCategories(values.map((value) => (typeof value === 'string' ? value : null)))
    case 'text':
      return {
        kind: 'text',
        characters: numbers(codePointLength),
        parts: numbers((text) => partCount(text, PART_SEPARATOR)),
      }
  }
}

function toCategories(values: readonly (string | null)[]): SampleColumn {
  const codes = new Map<string, number>()
  // Code 0 is missing.
  const levels = ['']
  const coded = Uint32Array.from(values, (value) => {
    if (value === null) return 0
    const known = codes.get(value)
    if (known !== undefined) return known
    codes.set(value, levels.length)
    levels.push(value)
    return levels.length - 1
  })
  return { kind: 'category', codes: coded, levels }
}
