/** Finds the lines below a table: totals, and what a report says about itself. */
import type { Finding } from '../../../contract/importing.ts'
import { shortened } from '../../sentences/shortened.ts'
import { CR, LF } from '../csv/ascii.ts'
import { byteKinds, createRecordScan, scanRecord } from '../csv/scan-record.ts'
import { looksLikeData } from './ask-header.ts'
import { type SampleRecord, sampleRecords } from './sample-records.ts'
import { skippedLines } from './skipped-lines.ts'

/** The end of a file. */
export interface TableTail {
  readonly bytes: Buffer
  /** Where records are known to begin; null when a quoted cell may be cut there. */
  readonly begin: number | null
  readonly delimiter: number
  readonly columns: number
}

export interface FoundFooter {
  /** Bytes from the end of the last row to the end of the file. */
  readonly bytes: number
  readonly findings: readonly Finding[]
}

/** Narrower tables have rows that look like a line of text. */
const TELLING_COLUMNS = 3
const MAX_LINES = 50
/** No name has as many words. */
const PROSE_WORDS = 5
const TEXT_CHARACTERS = 200

/** What a sum is called. */
const TOTAL =
  /^\W*(?:grand |sub)?(?:totals?|totale|totaux|sum|summe|somme|suma|gesamt|insgesamt|count|average)\b/i
/** What a report says below its table. */
const REPORT =
  /\b(?:totals?|copyright|confidential|all rights reserved|generated (?:by|on|at)|exported (?:by|on|from)|end of report|\d+ (?:rows?|records?|leads?|contacts?|results?))\b|©/i

/** The last records of the file from a place where one certainly begins; none when no such place is found. */
export function lastRecords({ bytes, begin, delimiter, columns }: TableTail): SampleRecord[] {
  const from = begin ?? findRecordStart(bytes, delimiter, columns)
  if (from < 0) return []
  const options = { delimiter, columns, limit: Number.POSITIVE_INFINITY, whole: true }
  return sampleRecords(bytes.subarray(from), options).map((record) => ({
    ...record,
    offset: record.offset + from,
    nextOffset: record.nextOffset + from,
  }))
}

/** The footer among the last records of a file of `size` bytes, whose end they are. */
export function findFooter(
  records: readonly SampleRecord[],
  columns: number,
  size: number,
): FoundFooter | null {
  if (columns < TELLING_COLUMNS) return null
  let first = records.length
  while (first > 0 && mayBelong(records[first - 1], columns)) first--
  while (first < records.length && !beginsFooter(records[first], columns)) first++
  const lines = records.slice(first)
  const row = records[first - 1]
  if (lines.length === 0 || !row || lines.length > MAX_LINES || !isNoLead(lines, columns)) return null
  return { bytes: size - row.nextOffset, findings: skippedLines('footer_skipped', lines) }
}

/** Says so when the last row has no line end and too few cells, though the one before it is whole. */
export function findCutRow(records: readonly SampleRecord[], columns: number): Finding[] {
  const last = records.at(-1)
  const before = records.at(-2)
  if (last?.lineEnd !== 'none' || (before && before.cells.length !== columns)) return []
  if (!last.unclosedQuote && last.cells.length >= columns) return []
  const message = 'The file ends in the middle of a row: its last part is missing.'
  return [{ code: 'file_truncated', message, text: shortened(last.text, TEXT_CHARACTERS) }]
}

function mayBelong(record: SampleRecord | undefined, columns: number): boolean {
  if (!record || record.unclosedQuote) return false
  const oneCell = record.filled === 1 && (record.cells[0]?.trim() ?? '') !== ''
  return (oneCell && !looksLikeData(record.cells[0] ?? '')) || isTotal(record, columns)
}

function beginsFooter(record: SampleRecord | undefined, columns: number): boolean {
  if (!record) return false
  return record.afterBlank || isTotal(record, columns) || (record.filled === 1 && REPORT.test(record.text))
}

/** Lines of one cell are no leads. Where a program filled them up, a name alone may be one: then the words decide. */
function isNoLead(lines: readonly SampleRecord[], columns: number): boolean {
  return (
    lines.every(({ cells }) => cells.length === 1) ||
    lines.some(
      (line) =>
        isTotal(line, columns) || REPORT.test(line.text) || line.text.split(/\s+/).length >= PROSE_WORDS,
    )
  )
}

/** A sum has a name, figures below some columns or beside it, and nothing below the others. */
function isTotal({ cells, filled }: SampleRecord, columns: number): boolean {
  const [name, ...others] = cells.filter((cell) => cell.trim() !== '')
  if (filled >= columns || name === undefined || !TOTAL.test(name) || !others.every(looksLikeFigure))
    return false
  return others.length > 0 || /^\W*\w+[\W\d]*$/.test(name)
}

function looksLikeFigure(text: string): boolean {
  return /\d/.test(text) && !/\p{L}{4}/u.test(text)
}

/** The first line after a cut that is a row by itself: inside a quoted cell hardly any line is. */
function findRecordStart(bytes: Buffer, delimiter: number, columns: number): number {
  const kinds = byteKinds(delimiter)
  const scan = createRecordScan()
  let line = nextLine(bytes, 0)
  while (line < bytes.length) {
    const next = nextLine(bytes, line)
    const outcome = scanRecord(bytes, line, next, true, kinds, scan)
    if (outcome === 'complete' && scan.cellCount === columns && !scan.strayQuotes) return line
    line = next
  }
  return -1
}

function nextLine(bytes: Buffer, from: number): number {
  let position = from
  while (position < bytes.length && bytes[position] !== LF && bytes[position] !== CR) position++
  if (bytes[position] === CR && bytes[position + 1] === LF) position++
  return Math.min(position + 1, bytes.length)
}
