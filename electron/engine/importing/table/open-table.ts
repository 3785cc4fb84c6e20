/** A file on the way to be imported: what is known about its rows from its beginning and its end. */
import type { ReadSettings } from '../../../contract/import-settings.ts'
import type { Finding, Question } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { counted } from '../../sentences/counted.ts'
import { TAIL_BYTES } from '../limits.ts'
import { type ByteSource, readSample, type Sample } from '../source/byte-source.ts'
import type { OpenedFile } from '../source/open-text.ts'
import { type Dialect, delimiterByte, detectDialect } from './detect-dialect.ts'
import { findCutRow, findFooter, lastRecords } from './find-footer.ts'
import { findHeader } from './find-header.ts'
import { type SampleRecord, sampleRecords } from './sample-records.ts'

const EXPORT_AGAIN = 'Export the list again and choose the new file.'
/** Rows read to estimate and to show samples. */
const FIRST_ROWS = 2000
/** Records looked at for the header; a person may name a line as far down. */
const HEADER_RECORDS = 1100

export interface LeadTable {
  readonly source: ByteSource
  readonly dialect: Dialect
  /** Which line that is not blank holds the column names, from 1; 0: none does. */
  readonly headerLine: number
  readonly headers: readonly string[]
  /** The header line as it stands, empty when there is none. */
  readonly headerText: string
  /** First byte of the first row. */
  readonly rowsOffset: number
  /** Where the rows end and lines below the table begin; infinite when there are none. */
  readonly tableEnd: number
  /** The first rows that are not blank. */
  readonly firstRows: readonly (readonly string[])[]
  readonly rowEstimate: { readonly rows: number; readonly exact: boolean }
  /** All that is to be said of the file so far, what was said when it was opened included. */
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

/** Refuses a file that is no table with rows. What is not certain becomes a question, and the likelier answer is taken. */
export function openTable(file: OpenedFile, read: ReadSettings = {}): LeadTable {
  const { source } = file
  const sample = readSample(source)
  const dialect = dialectOf(file, sample, read)
  const delimiter = delimiterByte(dialect.delimiter)
  const start = sample.bytes.subarray(dialect.tableOffset)
  const first = sampleRecords(start, { delimiter, limit: HEADER_RECORDS, whole: sample.whole })
  if (first.length === 0) refuse('structure_broken', 'The first line of the file is too long.', EXPORT_AGAIN)
  refuseOtherQuotes(first)
  const header = findHeader(first, dialect.delimiter, read.header)
  const rowsOffset = dialect.tableOffset + header.rowsOffset
  const end = lookAtEnd(source, rowsOffset, delimiter, header.headers.length)
  const rows = firstRows(sample, rowsOffset, end.tableEnd, delimiter, header.headers.length)
  if (rows.records.length === 0 && rows.all) {
    refuse('no_rows', 'The file holds column names but no rows.', EXPORT_AGAIN)
  }
  return {
    source,
    dialect,
    headerLine: header.line,
    headers: header.headers,
    headerText: header.text,
    rowsOffset,
    tableEnd: end.tableEnd,
    firstRows: rows.records.map(({ cells }) => cells),
    rowEstimate: estimateRows(rows, source.bytes - rowsOffset),
    findings: [
      ...file.findings,
      ...header.findings,
      ...lineEndFinding([...first.slice(0, header.line), ...rows.records]),
      ...end.findings.filter(({ code }) => !file.findings.some((said) => said.code === code)),
    ],
    questions: [...file.questions, ...header.questions],
  }
}

/** Rows, and the share of their cells, that show other quotes than CSV has. */
const QUOTED_ROWS = 20
const QUOTED_SHARE = 0.8
const OTHER_QUOTES = /^\s*(?:'.*'|“.*”|«.*»|`.*`)\s*$/s

/** Cells between single quotes would keep them, and be split at the delimiters inside. */
function refuseOtherQuotes(records: readonly SampleRecord[]): void {
  const cells = records.slice(0, QUOTED_ROWS).flatMap((record) => record.cells.filter((cell) => cell !== ''))
  if (cells.filter((cell) => OTHER_QUOTES.test(cell)).length < Math.max(2, QUOTED_SHARE * cells.length))
    return
  refuse(
    'quote_unknown',
    'The cells stand between single quotation marks or others that CSV does not have.',
    'Save the file with double quotation marks, or none.',
  )
}

/** A workbook has become text with commas. Text that was no UTF-8 came from a program that needs the mark to see UTF-8. */
function dialectOf({ kind, encoding }: OpenedFile, sample: Sample, read: ReadSettings): Dialect {
  if (kind === 'workbook') return { delimiter: ',', byteOrderMark: true, tableOffset: 0 }
  const dialect = detectDialect(sample, read.delimiter)
  return { ...dialect, byteOrderMark: dialect.byteOrderMark || encoding !== 'utf-8' }
}

interface FirstRows {
  readonly records: readonly SampleRecord[]
  /** Bytes they take. */
  readonly bytes: number
  /** Whether there are no more. */
  readonly all: boolean
}

function firstRows(
  sample: Sample,
  rowsOffset: number,
  tableEnd: number,
  delimiter: number,
  columns: number,
): FirstRows {
  const bytes = sample.bytes.subarray(rowsOffset, Math.min(sample.bytes.length, tableEnd))
  const whole = sample.whole || tableEnd <= sample.bytes.length
  const records = sampleRecords(bytes, { delimiter, columns, limit: FIRST_ROWS + 1, whole })
  const shown = records.slice(0, FIRST_ROWS)
  return { records: shown, bytes: shown.at(-1)?.nextOffset ?? 0, all: whole && records.length <= FIRST_ROWS }
}

function estimateRows({ records, bytes, all }: FirstRows, bytesInAll: number): LeadTable['rowEstimate'] {
  if (all) return { rows: records.length, exact: true }
  return { rows: Math.round((records.length * bytesInAll) / Math.max(1, bytes)), exact: false }
}

interface TableEnd {
  readonly tableEnd: number
  readonly findings: readonly Finding[]
}

/** Looks at the file's end when it is opened, so that reading its rows needs no look ahead. */
function lookAtEnd(source: ByteSource, rowsOffset: number, delimiter: number, columns: number): TableEnd {
  const tail = source.readEnd(TAIL_BYTES)
  const begin = tail.whole ? rowsOffset : null
  const records = lastRecords({ bytes: tail.bytes, begin, delimiter, columns })
  const footer = findFooter(records, columns, tail.bytes.length)
  if (footer) return { tableEnd: source.measure() - footer.bytes, findings: footer.findings }
  return { tableEnd: Number.POSITIVE_INFINITY, findings: findCutRow(records, columns) }
}

function lineEndFinding(records: readonly SampleRecord[]): Finding[] {
  const counts = new Map<string, number>()
  for (const { lineEnd } of records) {
    if (lineEnd !== 'none') counts.set(lineEnd, (counts.get(lineEnd) ?? 0) + 1)
  }
  if (counts.size < 2) return []
  const kinds = [...counts].map(([kind, count]) => `${counted(count, 'line')} with ${kind}`).join(', ')
  return [
    { code: 'line_ends_mixed', message: `Lines end in different ways (${kinds}); each was taken as a line.` },
  ]
}
