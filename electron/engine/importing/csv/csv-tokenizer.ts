/**
 * Splits the bytes of a CSV file into records, piece by piece, without decoding them.
 *
 * Pull style, so that the caller decides between records whether to go on: `feed` bytes, take records with `next`
 * until it says false, feed again. The result does not depend on where the pieces are cut (a property test), and the
 * records with the line ends between them are the whole file: no byte is skipped.
 */
import { refuse } from '../../../contract/result.ts'
import { MAX_CELL_BYTES, MAX_COLUMNS, MAX_RECORD_BYTES, PIECE_BYTES } from '../limits.ts'
import { CR, LF, QUOTE, SPACE } from './ascii.ts'
import { createSwallowedRowFinder, type SwallowedRow } from './find-swallowed-row.ts'
import {
  type ByteKinds,
  byteKinds,
  createRecordScan,
  DOUBLED,
  type RecordScan,
  scanRecord,
} from './scan-record.ts'

/** One record, as offsets into the tokenizer's buffer; valid until the next `feed` and overwritten by the next `next`. */
export interface CsvRecord {
  readonly bytes: Buffer
  readonly start: number
  /** Byte after the record's text, line end not included. */
  readonly end: number
  /** Position of the record in what was fed, bytes. */
  readonly offset: number
  /** Position of the record after this one. */
  readonly nextOffset: number
  readonly cellCount: number
  /** Offsets of each cell, without its quotes. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** `PLAIN`, `QUOTED` or `DOUBLED` for each cell. */
  readonly quotes: Uint8Array
  /** A quote stood where none belongs and was kept as text. */
  readonly strayQuotes: boolean
  /** A quote was opened and never closed: the cells mean nothing, the text is what there is. */
  readonly unclosedQuote: boolean
}

/** The one record of a tokenizer: a new object for every row would take a tenth of the time. */
type ReusedRecord = { -readonly [Key in keyof CsvRecord]: CsvRecord[Key] }

/** A cell's text. */
export function cellText(record: CsvRecord, cell: number): string {
  const text = record.bytes.toString('utf8', record.starts[cell], record.ends[cell])
  return record.quotes[cell] === DOUBLED ? text.replaceAll('""', '"') : text
}

/** A record's text as it stands in the file. */
export function recordText(record: CsvRecord): string {
  return record.bytes.toString('utf8', record.start, record.end)
}

/** Whether a record holds nothing: a blank line, or delimiters and spaces only. */
export function isBlankRecord(record: CsvRecord): boolean {
  if (record.unclosedQuote) return false
  const { bytes, starts, ends, cellCount } = record
  for (let cell = 0; cell < cellCount; cell++) {
    const end = ends[cell] as number
    for (let position = starts[cell] as number; position < end; position++) {
      if ((bytes[position] as number) > SPACE) return false
    }
  }
  return true
}

/** In narrower tables a line of prose with a comma in it looks like a row. */
const TELLING_COLUMNS = 4

/** The tokenizer of one file. */
export class CsvTokenizer {
  readonly #kinds: ByteKinds
  readonly #scan: RecordScan = createRecordScan()
  readonly #findSwallowedRow = createSwallowedRowFinder()
  /** Cells every row should have; 0 while the header is not known. */
  #columns = 0
  #bytes = Buffer.allocUnsafe(4 * PIECE_BYTES)
  #filled = 0
  #position = 0
  /** Position in the file of the buffer's first byte. */
  #base = 0
  #ended = false
  /** An unfinished record is looked at again when its bytes have doubled, so that long ones cost linear time. */
  #retryAt = 0
  readonly #record: ReusedRecord

  constructor(delimiter: number) {
    this.#kinds = byteKinds(delimiter)
    this.#record = {
      bytes: this.#bytes,
      start: 0,
      end: 0,
      offset: 0,
      nextOffset: 0,
      cellCount: 0,
      starts: this.#scan.starts,
      ends: this.#scan.ends,
      quotes: this.#scan.quotes,
      strayQuotes: false,
      unclosedQuote: false,
    }
  }

  /** The record `next` found. */
  get record(): CsvRecord {
    return this.#record
  }

  /** Says how many cells a row of this table has; needed to recognise rows that an unclosed quote swallowed. */
  expectColumns(columns: number): void {
    this.#columns = columns
  }

  feed(piece: Uint8Array): void {
    this.#bytes.copyWithin(0, this.#position, this.#filled)
    this.#base += this.#position
    this.#retryAt -= this.#position
    this.#filled -= this.#position
    this.#position = 0
    if (this.#filled + piece.length >= this.#bytes.length) {
      const grown = Buffer.allocUnsafe((this.#filled + piece.length) * 2)
      this.#bytes.copy(grown, 0, 0, this.#filled)
      this.#bytes = grown
    }
    this.#bytes.set(piece, this.#filled)
    this.#filled += piece.length
    // A byte that ends a cell, as `scanRecord` wants one behind the end.
    this.#bytes[this.#filled] = LF
  }

  /** Says that the file ends here: what is left is the last record. */
  end(): void {
    this.#ended = true
  }

  /** Finds the next record; false when more bytes are needed, or, after `end`, when there is none. */
  next(): boolean {
    if (this.#position === this.#filled || (this.#filled < this.#retryAt && !this.#ended)) return false
    const scan = this.#scan
    const outcome = scanRecord(this.#bytes, this.#position, this.#filled, this.#ended, this.#kinds, scan)
    switch (outcome) {
      case 'complete':
        if (scan.suspect < 0 && (scan.cellCount === this.#columns || this.#columns === 0))
          return this.#emit(scan.next, false)
        return this.#doubt()
      case 'incomplete':
        return this.#filled - scan.open > MAX_CELL_BYTES ? this.#cutUnclosed() : this.#wait()
      case 'unclosed':
      case 'cell_too_large':
        return this.#cutUnclosed()
      case 'too_many_columns':
        return refuse(
          'too_many_columns',
          `A row of the file has more than ${MAX_COLUMNS.toLocaleString('en')} columns.`,
          'Check that the file is a list of leads, one per line.',
        )
    }
  }

  /** A complete record that looks wrong: it may have swallowed rows after a quote that was never closed. */
  #doubt(): boolean {
    const scan = this.#scan
    const opening =
      scan.suspect >= 0 ? scan.suspect : this.#columns >= TELLING_COLUMNS ? this.#firstBrokenCell() : -1
    const row = opening < 0 ? 'none' : this.#swallowedRow(opening, scan.next)
    if (row === 'incomplete') return this.#wait()
    return row === 'none' ? this.#emit(scan.next, false) : this.#emit(row, true)
  }

  /** Opening quote of the first cell with a line break inside, -1 if none. */
  #firstBrokenCell(): number {
    const { cellCount, starts, ends, quotes } = this.#scan
    for (let cell = 0; cell < cellCount; cell++) {
      if (quotes[cell] === 0) continue
      const text = this.#bytes.subarray(starts[cell], ends[cell])
      if (text.includes(LF) || text.includes(CR)) return (starts[cell] as number) - 1
    }
    return -1
  }

  /** A cell that does not end, or is too long to be one. */
  #cutUnclosed(): boolean {
    const { open } = this.#scan
    const quotedCell = this.#bytes[open] === QUOTE
    const before = Math.min(this.#filled, open + MAX_CELL_BYTES)
    const row = quotedCell && this.#columns > 0 ? this.#swallowedRow(open, before) : 'none'
    if (row === 'incomplete') return this.#wait()
    if (row !== 'none') return this.#emit(row, true)
    if (this.#filled - open > MAX_CELL_BYTES) {
      refuse(
        'too_large',
        'A cell of the file is longer than 1 MB.',
        'Look for a quotation mark that is opened and never closed, or shorten the cell.',
        { bytes: this.#filled - open, limit: MAX_CELL_BYTES, offset: this.#base + open },
      )
    }
    return this.#emit(this.#filled, true)
  }

  #swallowedRow(opening: number, before: number): SwallowedRow {
    return this.#findSwallowedRow({
      bytes: this.#bytes,
      opening,
      before,
      limit: this.#filled,
      ended: this.#ended,
      kinds: this.#kinds,
      columns: this.#columns,
    })
  }

  #wait(): false {
    this.#checkLength(this.#filled)
    this.#retryAt = 2 * this.#filled - this.#position
    return false
  }

  #checkLength(next: number): void {
    const bytes = next - this.#position
    if (bytes <= MAX_RECORD_BYTES) return
    refuse(
      'too_large',
      'A row of the file is longer than 8 MB.',
      'Check that the file is a list of leads, one per line.',
      {
        bytes,
        limit: MAX_RECORD_BYTES,
      },
    )
  }

  #emit(next: number, unclosedQuote: boolean): true {
    this.#checkLength(next)
    this.#describe(next, unclosedQuote)
    this.#position = next
    return true
  }

  #describe(next: number, unclosedQuote: boolean): void {
    const record = this.#record
    const scan = this.#scan
    record.bytes = this.#bytes
    record.start = this.#position
    record.end = unclosedQuote ? withoutLineEnd(this.#bytes, this.#position, next) : scan.end
    record.offset = this.#base + this.#position
    record.nextOffset = this.#base + next
    record.cellCount = unclosedQuote ? 0 : scan.cellCount
    record.starts = scan.starts
    record.ends = scan.ends
    record.quotes = scan.quotes
    record.strayQuotes = scan.strayQuotes
    record.unclosedQuote = unclosedQuote
  }
}

function withoutLineEnd(bytes: Uint8Array, start: number, next: number): number {
  let end = next
  if (end > start && bytes[end - 1] === LF) end--
  if (end > start && bytes[end - 1] === CR) end--
  return end
}
