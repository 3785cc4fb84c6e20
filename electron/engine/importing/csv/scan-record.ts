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

/** What a byte means outside quotes, looked up 256 ways because this runs for every byte of a file. */
export type ByteKinds = Uint8Array
const TEXT = 0
const DELIMITER = 1
const LINE_END = 2
const QUOTE_MARK = 3

/** The byte table for a delimiter. */
export function byteKinds(delimiter: number): ByteKinds {
  const kinds = new Uint8Array(256)
  kinds[delimiter] = DELIMITER
  kinds[LF] = LINE_END
  kinds[CR] = LINE_END
  kinds[QUOTE] = QUOTE_MARK
  return kinds
}

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

/** Scans the record that begins at `from`; `ended` says that nothing follows after `limit`. */
export function scanRecord(
  bytes: Buffer,
  from: number,
  limit: number,
  ended: boolean,
  kinds: ByteKinds,
  scan: RecordScan,
): ScanOutcome {
  scan.cellCount = 0
  scan.strayQuotes = false
  scan.suspect = -1
  let position = from
  for (;;) {
    scan.open = position
    const cell = scan.cellCount
    if (cell === scan.starts.length && !growCells(scan)) return 'too_many_columns'
    if (bytes[position] === QUOTE && position < limit) {
      scan.starts[cell] = position + 1
      const after = scanQuoted(bytes, position, limit, ended, kinds, scan)
      if (after < 0) return after === NEEDS_MORE ? 'incomplete' : 'unclosed'
      position = after
    } else {
      scan.starts[cell] = position
      position = scanPlain(bytes, position, limit, kinds, scan)
      if (position === limit && !ended) return 'incomplete'
      scan.ends[cell] = position
      scan.quotes[cell] = PLAIN
    }
    if (position - scan.open > MAX_CELL_BYTES) return 'cell_too_large'
    scan.cellCount = cell + 1
    if (position < limit && kinds[bytes[position] as number] === DELIMITER) {
      position++
      continue
    }
    return finishRecord(bytes, position, limit, ended, scan)
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

/** Position of the delimiter, line end or limit that ends an unquoted cell. */
function scanPlain(bytes: Buffer, from: number, limit: number, kinds: ByteKinds, scan: RecordScan): number {
  let position = from
  for (;;) {
    while (position < limit && kinds[bytes[position] as number] === TEXT) position++
    // An inch sign in an unquoted cell is text.
    if (position === limit || kinds[bytes[position] as number] !== QUOTE_MARK) return position
    scan.strayQuotes = true
    position++
  }
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
  kinds: ByteKinds,
  scan: RecordScan,
): number {
  const cell = scan.cellCount
  let quotes = QUOTED
  let position = opening + 1
  for (;;) {
    position = findQuote(bytes, position, limit)
    if (position === limit) return ended ? NEVER_CLOSED : NEEDS_MORE
    const after = skipSpaces(bytes, position + 1, limit)
    if (after === limit && !ended) return NEEDS_MORE
    const kind = after === limit ? LINE_END : kinds[bytes[after] as number]
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
    if (opensCell(bytes, position, opening, kinds)) scan.suspect = opening
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
function opensCell(bytes: Buffer, position: number, opening: number, kinds: ByteKinds): boolean {
  const before = kinds[bytes[position - 1] as number]
  return position - 1 > opening && (before === DELIMITER || before === LINE_END)
}
