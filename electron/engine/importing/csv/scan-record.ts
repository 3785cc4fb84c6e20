/**
 * Finds the cells of one CSV record in a buffer: the state machine under the tokenizer.
 *
 * It never fails and never allocates. Quotes that do not belong are kept as text; where they suggest that an earlier
 * quote was never closed, the scan says so (`suspect`) and the tokenizer decides.
 */

import { MAX_CELL_BYTES, MAX_COLUMNS } from '../limits.ts'
import { CR, LF, QUOTE, SPACE } from './ascii.ts'

/** How a cell is written: as it stands, between quotes, or between quotes with doubled quotes inside. */
export const PLAIN = 0
export const QUOTED = 1
export const DOUBLED = 2

/** The cells of one record as offsets into the buffer that was scanned; reused for every record. */
export interface RecordScan {
  cellCount: number
  /** First byte of each cell, quotes not included. */
  starts: Int32Array
  /** Byte after each cell, quotes not included. */
  ends: Int32Array
  quotes: Uint8Array
  /** Byte after the record's text, line end not included. */
  end: number
  /** First byte of the next record. */
  next: number
  /** Whether a quote stood where none belongs. */
  strayQuotes: boolean
  /** Opening quote of a quoted cell inside which another cell seems to open, -1 if none. */
  suspect: number
  /** Where the cell begins that the scan could not finish. */
  open: number
}

export type ScanOutcome = 'complete' | 'incomplete' | 'unclosed' | 'cell_too_large' | 'too_many_columns'

/** What a byte means outside quotes, looked up because this runs for every byte of a file. */
export interface ByteKinds {
  readonly of: Uint8Array
  /** Bytes above it are text. Most letters are, which saves looking them up. */
  readonly highest: number
}
const TEXT = 0
const DELIMITER = 1
const LINE_END = 2
const QUOTE_MARK = 3

/** The byte table for a delimiter. */
export function byteKinds(delimiter: number): ByteKinds {
  const of = new Uint8Array(256)
  of[delimiter] = DELIMITER
  of[LF] = LINE_END
  of[CR] = LINE_END
  of[QUOTE] = QUOTE_MARK
  return { of, highest: Math.max(delimiter, QUOTE) }
}

/** Room for what a scan finds; it grows with the widest record. */
export function createRecordScan(): RecordScan {
  const cells = 64
  return {
    cellCount: 0,
    starts: new Int32Array(cells),
    ends: new Int32Array(cells),
    quotes: new Uint8Array(cells),
    end: 0,
    next: 0,
    strayQuotes: false,
    suspect: -1,
    open: 0,
  }
}

/**
 * Scans the record that begins at `from`; `ended` says that nothing follows after `limit`. Behind `limit` there must be
 * a byte that ends a cell before the buffer does: looking for the limit at every byte would cost a third more.
 */
export function scanRecord(
  bytes: Buffer,
  from: number,
  limit: number,
  ended: boolean,
  kinds: ByteKinds,
  scan: RecordScan,
): ScanOutcome {
  const { of, highest } = kinds
  let { starts, ends, quotes } = scan
  scan.strayQuotes = false
  scan.suspect = -1
  let cell = 0
  let start = from
  for (;;) {
    if (cell === starts.length) {
      scan.cellCount = cell
      if (!growCells(scan)) return 'too_many_columns'
      ;({ starts, ends, quotes } = scan)
    }
    let position = start
    let byte = bytes[position] as number
    while (byte > highest || of[byte] === TEXT) byte = bytes[++position] as number
    if (of[byte] === DELIMITER && position < limit && position - start <= MAX_CELL_BYTES) {
      starts[cell] = start
      ends[cell] = position
      quotes[cell] = PLAIN
      cell++
      start = position + 1
      continue
    }
    if (of[byte] === QUOTE_MARK && position < limit) {
      scan.cellCount = cell
      scan.open = start
      position =
        position === start
          ? scanQuoted(bytes, start, limit, ended, of, scan)
          : scanStray(bytes, position, limit, kinds, scan)
      if (position < 0) return position === NEEDS_MORE ? 'incomplete' : 'unclosed'
    } else {
      if (position > limit) position = limit
      starts[cell] = start
      ends[cell] = position
      quotes[cell] = PLAIN
    }
    if (position === limit && !ended) {
      scan.open = start
      return 'incomplete'
    }
    if (position - start > MAX_CELL_BYTES) {
      scan.open = start
      return 'cell_too_large'
    }
    cell++
    if (position === limit || of[bytes[position] as number] !== DELIMITER) {
      scan.cellCount = cell
      scan.open = start
      return finishRecord(bytes, position, limit, ended, scan)
    }
    start = position + 1
  }
}

function growCells(scan: RecordScan): boolean {
  if (scan.cellCount >= MAX_COLUMNS) return false
  const cells = Math.min(scan.cellCount * 2, MAX_COLUMNS)
  const grown = { starts: new Int32Array(cells), ends: new Int32Array(cells), quotes: new Uint8Array(cells) }
  grown.starts.set(scan.starts)
  grown.ends.set(scan.ends)
  grown.quotes.set(scan.quotes)
  Object.assign(scan, grown)
  return true
}

/** Goes on in an unquoted cell after a quote, which is text there: an inch sign. Position of what ends the cell. */
function scanStray(bytes: Buffer, quote: number, limit: number, { of }: ByteKinds, scan: RecordScan): number {
  scan.strayQuotes = true
  let position = quote + 1
  while (position < limit) {
    const kind = of[bytes[position] as number]
    if (kind === DELIMITER || kind === LINE_END) break
    position++
  }
  scan.starts[scan.cellCount] = scan.open
  scan.ends[scan.cellCount] = position
  scan.quotes[scan.cellCount] = PLAIN
  return position
}

/** At a line end or the limit: sets where the record ends and the next begins; CR LF counts as one line end. */
function finishRecord(
  bytes: Buffer,
  position: number,
  limit: number,
  ended: boolean,
  scan: RecordScan,
): ScanOutcome {
  scan.end = position
  scan.next = position
  if (position === limit) return 'complete'
  scan.next = position + 1
  if (bytes[position] === CR) {
    if (position + 1 === limit) return ended ? 'complete' : 'incomplete'
    if (bytes[position + 1] === LF) scan.next = position + 2
  }
  return 'complete'
}

const NEAR_BYTES = 48
const NEEDS_MORE = -1
const NEVER_CLOSED = -2

/** Position after the quoted cell that opens at `opening`, or one of the negative answers. */
function scanQuoted(
  bytes: Buffer,
  opening: number,
  limit: number,
  ended: boolean,
  of: Uint8Array,
  scan: RecordScan,
): number {
  const cell = scan.cellCount
  scan.starts[cell] = opening + 1
  let quotes = QUOTED
  let position = opening + 1
  for (;;) {
    position = findQuote(bytes, position, limit)
    if (position === limit) return ended ? NEVER_CLOSED : NEEDS_MORE
    const after = skipSpaces(bytes, position + 1, limit)
    if (after === limit && !ended) return NEEDS_MORE
    const kind = after === limit ? LINE_END : of[bytes[after] as number]
    if (kind === DELIMITER || kind === LINE_END) {
      scan.ends[cell] = position
      scan.quotes[cell] = quotes
      return after
    }
    if (bytes[position + 1] === QUOTE) {
      quotes = DOUBLED
      position += 2
      continue
    }
    scan.strayQuotes = true
    if (opensCell(bytes, position, opening, of)) scan.suspect = opening
    position++
  }
}

/** The next quote, or the limit. Most quoted cells are short; the search of the platform pays off in long ones only. */
function findQuote(bytes: Buffer, from: number, limit: number): number {
  const near = Math.min(from + NEAR_BYTES, limit)
  let position = from
  while (position < near && bytes[position] !== QUOTE) position++
  if (position < near || position === limit) return position
  const found = bytes.indexOf(QUOTE, position)
  return found < 0 || found > limit ? limit : found
}

function skipSpaces(bytes: Buffer, from: number, limit: number): number {
  let position = from
  while (position < limit && bytes[position] === SPACE) position++
  return position
}

/** Whether the quote at `position` stands where a quoted cell would begin. */
function opensCell(bytes: Buffer, position: number, opening: number, of: Uint8Array): boolean {
  const before = of[bytes[position - 1] as number]
  return position - 1 > opening && (before === DELIMITER || before === LINE_END)
}
