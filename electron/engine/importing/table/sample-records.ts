/** The first records of a file as text, for deciding about it and for showing it. */
import { CR, LF } from '../csv/ascii.ts'
import { type CsvRecord, CsvTokenizer, cellText, isBlankRecord, recordText } from '../csv/csv-tokenizer.ts'

export type LineEnd = 'CR LF' | 'LF' | 'CR' | 'none'

/** One record that is not blank. */
export interface SampleRecord {
  readonly cells: readonly string[]
  /** Cells that hold more than blank space. */
  readonly filled: number
  readonly text: string
  /** Where it begins, and the record after it, from where sampling began. */
  readonly offset: number
  readonly nextOffset: number
  readonly lineEnd: LineEnd
  readonly unclosedQuote: boolean
  /** Whether a blank record stands between it and the one before. */
  readonly afterBlank: boolean
}

export interface Sampling {
  readonly delimiter: number
  /** Most records. */
  readonly limit: number
  /** Cells every record should have, where that is known. */
  readonly columns?: number
  /** Whether nothing follows after the bytes. */
  readonly whole: boolean
}

/**
 * The records at the beginning of `bytes` that are not blank; the one that their end cuts off is left out. That end
 * counts as the end of the file all the same, so that a quote that is never closed does not hide all rows behind it.
 */
export function sampleRecords(bytes: Buffer, { delimiter, limit, columns, whole }: Sampling): SampleRecord[] {
  const tokenizer = new CsvTokenizer(delimiter)
  if (columns !== undefined) tokenizer.expectColumns(columns)
  tokenizer.feed(bytes)
  tokenizer.end()
  const records: SampleRecord[] = []
  let afterBlank = false
  while (records.length < limit && tokenizer.next()) {
    const { record } = tokenizer
    if (!whole && record.nextOffset === bytes.length) break
    const blank = isBlankRecord(record)
    if (!blank) records.push(describe(record, afterBlank))
    afterBlank = blank
  }
  return records
}

function describe(record: CsvRecord, afterBlank: boolean): SampleRecord {
  const cells = Array.from({ length: record.cellCount }, (_, cell) => cellText(record, cell))
  return {
    cells,
    filled: cells.filter((cell) => cell.trim() !== '').length,
    text: recordText(record),
    offset: record.offset,
    nextOffset: record.nextOffset,
    lineEnd: lineEndOf(record),
    unclosedQuote: record.unclosedQuote,
    afterBlank,
  }
}

function lineEndOf({ bytes, start, offset, nextOffset }: CsvRecord): LineEnd {
  const last = start + nextOffset - offset - 1
  if (bytes[last] === LF) return bytes[last - 1] === CR ? 'CR LF' : 'LF'
  return bytes[last] === CR ? 'CR' : 'none'
}
