/** Writes leads of the history to a CSV file that spreadsheets open and the importer reads back. */
import { basename } from 'node:path'
import type { Field, FieldValue } from '../../../../model/bundle/field.ts'
import type { ExportSummary } from '../../../contract/history.ts'
import type { Identity, Scored } from '../../../contract/lead.ts'
import { refuse } from '../../../contract/result.ts'
import { BYTE_ORDER_MARK, csvCell, LINE_END } from '../csv/csv-text.ts'
import { escapeFormula } from '../csv/formula-apostrophe.ts'
import type { AtomicFile } from './atomic-file.ts'

/** A lead as it leaves the history. */
export interface ExportedLead {
  readonly identity: Identity
  /** In field order. */
  readonly values: readonly FieldValue[]
  readonly scored: Pick<Scored, 'score' | 'label' | 'band'>
  /** ISO 8601 in UTC. */
  readonly scoredAt: string
}

export interface ExportRequest {
  readonly fields: readonly Field[]
  /** Leads in the order they shall stand in the file, some at a time. */
  readonly leads: AsyncIterable<readonly ExportedLead[]>
  readonly file: AtomicFile
  readonly path: string
  /** Asked between the pages. */
  readonly cancelled: () => boolean
}

const IDENTITY = ['name', 'company', 'email', 'link'] as const
const VERDICT = ['score', 'label', 'band', 'scored_at']
const MS_PER_DAY = 86_400_000

/** Writes the file whole or not at all; refuses when it is cancelled, leaving a file of that name as it was. */
export async function exportLeads({
  fields,
  leads,
  file,
  path,
  cancelled,
}: ExportRequest): Promise<ExportSummary> {
  const line = lineWriter(fields)
  const header = [...IDENTITY, ...fields.map(({ name }) => name), ...VERDICT]
  let rows = 0
  try {
    file.write(Buffer.from(BYTE_ORDER_MARK + header.map(textCell).join(',') + LINE_END))
    for await (const page of leads) {
      if (cancelled()) refuse('cancelled', 'The export was stopped. No file was written.')
      file.write(Buffer.from(page.map(line).join('')))
      rows += page.length
    }
    file.finish()
    return { fileName: basename(path), rows }
  } finally {
    file.discard()
  }
}

function lineWriter(fields: readonly Field[]): (lead: ExportedLead) => string {
  const isDate = fields.map(({ type }) => type === 'date')
  return ({ identity, values, scored, scoredAt }) => {
    const cells = [
      ...IDENTITY.map((part) => textCell(identity[part] ?? '')),
      ...values.map((value, index) => valueCell(value, isDate[index] ?? false)),
      String(scored.score),
      textCell(scored.label),
      scored.band,
      scoredAt,
    ]
    return cells.join(',') + LINE_END
  }
}

function valueCell(value: FieldValue, isDate: boolean): string {
  if (value === null) return ''
  if (typeof value === 'string') return textCell(value)
  // A number is no formula, whatever its sign.
  return isDate ? new Date(value * MS_PER_DAY).toISOString().slice(0, 10) : String(value)
}

function textCell(text: string): string {
  return csvCell(escapeFormula(text))
}
