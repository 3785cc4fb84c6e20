/**
 * Copies the text of a cell into a column, trimmed and measured in the same pass: what a million summaries need, without
 * a million strings. Texts that are odd in any way are left to the way by strings, which says what a cell means.
 */
import type { TextBytes, TextSize } from '../../history/text-bytes.ts'
import { COMMA, CR, LF, QUOTE, SPACE, TAB } from '../csv/ascii.ts'
import type { CsvRecord } from '../csv/csv-tokenizer.ts'
import { DOUBLED } from '../csv/scan-record.ts'
import { beginsOddly, isTelling } from './text-checks.ts'

/** What a byte means to a text's size. The order matters: from `QUOTE_MARK` on, a byte needs a closer look. */
const VISIBLE = 0
const BLANK = 1
const SEPARATOR = 2
const QUOTE_MARK = 3
const CONTROL = 4
const CONTINUES = 5
const LEADS_TWO_OR_THREE = 6
const LEADS_FOUR = 7

const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (isBlank(byte)) return BLANK
  if (byte < 0x20 || byte === 0x7f) return CONTROL
  if (byte === COMMA) return SEPARATOR
  if (byte === QUOTE) return QUOTE_MARK
  if (byte < 0x80) return VISIBLE
  return byte < 0xc0 ? CONTINUES : byte < 0xf0 ? LEADS_TWO_OR_THREE : LEADS_FOUR
})
/** First bytes after which `isTelling` is asked. */
const MAY_TELL = Uint8Array.from({ length: 256 }, (_, byte) =>
  [0xc2, 0xc3, 0xe2, 0xef].includes(byte) ? 1 : 0,
)

/** The size of the text copied last; one object for all, so that a cell allocates nothing. */
const size = { bytes: 0, units: 0, codePoints: 0, parts: 0 } satisfies TextSize

/**
 * Copies a cell's text to the place of `lead`, behind the first `after` bytes there; the caller then lets the column take
 * it. Null when the text needs a look at its characters: then nothing may be taken. A text of white space has no bytes.
 */
export function copyText(
  record: CsvRecord,
  cell: number,
  column: TextBytes,
  lead: number,
  after = 0,
): TextSize | null {
  const { bytes } = record
  const start = record.starts[cell] as number
  const end = record.ends[cell] as number
  const last = trimmedEnd(bytes, start, end)
  const first = trimmedStart(bytes, start, last)
  if (first === last) return nothing()
  if (beginsOddly(bytes[first] as number)) return null
  column.reserve(lead, after + last - first)
  const target = column.bytes
  const from = (column.starts[lead] as number) + after
  // A quote after a quote is left out, so a doubled one needs no branch in cells that hold none.
  const doubled = record.quotes[cell] === DOUBLED
  let place = from
  let visible = 0
  let parts = 0
  let continued = 0
  let pairs = 0
  for (let position = first; position < last; position++) {
    const byte = bytes[position] as number
    target[place++] = byte
    const kind = KINDS[byte] as number
    if (kind === VISIBLE) visible = 1
    else if (kind === SEPARATOR) {
      parts += visible
      visible = 0
    } else if (kind >= QUOTE_MARK) {
      if (kind === CONTINUES) {
        continued++
        continue
      }
      if (kind === CONTROL || (MAY_TELL[byte] === 1 && isTelling(bytes, position))) return null
      if (kind === LEADS_FOUR) pairs++
      if (kind !== LEADS_TWO_OR_THREE || spaceWidth(bytes, position) === 0) visible = 1
      if (kind === QUOTE_MARK && doubled && bytes[position + 1] === QUOTE) position++
    }
  }
  size.bytes = place - from
  size.codePoints = size.bytes - continued
  size.units = size.codePoints + pairs
  size.parts = parts + visible
  return size
}

function nothing(): TextSize {
  size.bytes = 0
  size.codePoints = 0
  size.units = 0
  size.parts = 0
  return size
}

/** First byte of the text that `String.prototype.trim` leaves of `bytes[start, end)`, if none of it needs a look. */
function trimmedStart(bytes: Uint8Array, start: number, end: number): number {
  let position = start
  while (position < end) {
    const byte = bytes[position] as number
    const width = isBlank(byte) ? 1 : byte < 0x80 ? 0 : spaceWidth(bytes, position)
    if (width === 0) return position
    position += width
  }
  return end
}

/** Byte after that text. */
function trimmedEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = end
  while (position > start) {
    const byte = bytes[position - 1] as number
    const width = isBlank(byte) ? 1 : byte < 0x80 ? 0 : spaceBefore(bytes, start, position)
    if (width === 0) return position
    position -= width
  }
  return start
}

/** White space that needs no look. */
function isBlank(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === TAB
}

function spaceBefore(bytes: Uint8Array, start: number, end: number): number {
  for (let width = 2; width <= 3; width++) {
    if (end - width >= start && spaceWidth(bytes, end - width) === width) return width
  }
  return 0
}

/** Bytes of the white space beyond ASCII that begins here; 0 for anything else, and for a byte order mark, which tells. */
function spaceWidth(bytes: Uint8Array, position: number): number {
  const second = bytes[position + 1]
  const third = bytes[position + 2] as number
  switch (bytes[position]) {
    case 0xc2:
      return second === 0xa0 ? 2 : 0
    case 0xe1:
      return second === 0x9a && third === 0x80 ? 3 : 0
    case 0xe2:
      if (second === 0x81) return third === 0x9f ? 3 : 0
      return second === 0x80 && (third <= 0x8a || third === 0xa8 || third === 0xa9 || third === 0xaf) ? 3 : 0
    case 0xe3:
      return second === 0x80 && third === 0x80 ? 3 : 0
    default:
      return 0
  }
}
