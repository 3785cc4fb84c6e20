/**
 * Decides whether a quote was never closed, and where the rows it swallowed begin.
 *
 * A quoted cell may hold line breaks, so nothing in CSV itself tells a long note from a forgotten quote. What tells
 * them apart is what the swallowed lines look like: a line with exactly the table's number of cells is a row.
 */
import { CR, LF } from './ascii.ts'
import { type ByteKinds, createRecordScan, type RecordScan, scanRecord } from './scan-record.ts'

/** Lines looked at after the one with the quote, and bytes of each: rows are rarely longer. */
const LINES = 50
const LINE_BYTES = 64 * 1024
/** Bytes looked at in one file. A file made to be slow stops getting second looks and is read as it stands. */
const BUDGET_BYTES = 256 * 1024 ** 2

export interface Swallowing {
  readonly bytes: Buffer
  /** The quote that may never have been closed. */
  readonly opening: number
  /** Where the swallowed stretch ends. */
  readonly before: number
  readonly limit: number
  readonly ended: boolean
  readonly kinds: ByteKinds
  readonly columns: number
}

/** Where the first swallowed row begins, `none`, or `incomplete` when more of the file is needed to say. */
export type SwallowedRow = number | 'none' | 'incomplete'

/** Makes the finder of one file. */
export function createSwallowedRowFinder(): (stretch: Swallowing) => SwallowedRow {
  const scan = createRecordScan()
  let budget = BUDGET_BYTES
  return (stretch) => {
    let line = nextLine(stretch.bytes, stretch.opening, stretch.before)
    for (let tried = 0; tried < LINES && line < stretch.before && budget > 0; tried++) {
      const { verdict, lookedAt } = lookAtLine(stretch, line, scan)
      if (verdict === 'incomplete') return verdict
      if (verdict === 'row') return line
      budget -= lookedAt
      line = nextLine(stretch.bytes, line, stretch.before)
    }
    return 'none'
  }
}

interface LineLook {
  readonly verdict: 'row' | 'other' | 'incomplete'
  /** Bytes that had to be read for it. */
  readonly lookedAt: number
}

function lookAtLine(stretch: Swallowing, line: number, scan: RecordScan): LineLook {
  const { bytes, kinds, columns } = stretch
  const limit = Math.min(stretch.limit, line + LINE_BYTES)
  const ended = stretch.ended && limit === stretch.limit
  const outcome = scanRecord(bytes, line, limit, ended, kinds, scan)
  const lookedAt = (outcome === 'complete' ? scan.next : limit) - line
  if (outcome === 'incomplete' && limit === stretch.limit) return { verdict: 'incomplete', lookedAt }
  const isRow = outcome === 'complete' && scan.cellCount === columns && scan.suspect < 0
  return { verdict: isRow ? 'row' : 'other', lookedAt }
}

/** First byte of the line after the one `from` is in; `before` when there is none. */
function nextLine(bytes: Buffer, from: number, before: number): number {
  let position = from
  while (position < before && bytes[position] !== LF && bytes[position] !== CR) position++
  if (position + 1 < before && bytes[position] === CR && bytes[position + 1] === LF) position++
  return Math.min(position + 1, before)
}
