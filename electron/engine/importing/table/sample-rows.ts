/** The first rows of a file as text, for deciding about it and for showing it. */

import { CsvTokenizer, cellText, isBlankRecord } from '../csv/csv-tokenizer.ts'
import type { Sample } from '../source/byte-source.ts'

export interface SampleRows {
  /** Records that are not blank, the header first. */
  readonly rows: string[][]
  /** Bytes from the offset to the end of the last of them. */
  readonly bytes: number
  /** Whether the file holds no more than these. */
  readonly all: boolean
}

/** Reads up to `limit` records of the sample that are not blank; one that the sample's end cuts off is left out. */
export function sampleRows(sample: Sample, offset: number, delimiter: number, limit: number): SampleRows {
  const tokenizer = new CsvTokenizer(delimiter)
  tokenizer.feed(sample.bytes.subarray(offset))
  if (sample.whole) tokenizer.end()
  const rows: string[][] = []
  let bytes = 0
  while (rows.length < limit && tokenizer.next()) {
    const { record } = tokenizer
    bytes = record.nextOffset
    if (isBlankRecord(record)) continue
    const cells = Array.from({ length: record.cellCount }, (_, cell) => cellText(record, cell))
    if (rows.length === 0) tokenizer.expectColumns(cells.length)
    rows.push(cells)
  }
  return { rows, bytes, all: sample.whole && offset + bytes === sample.bytes.length }
}
