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
/** `beginsOddly` as a table. */
const ODD_FIRST = Uint8Array.from({ length: 256 }, (_, byte) => (beginsOddly(byte) ? 1 : 0))
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
  if (ODD_FIRST[bytes[first] as number] === 1) return null
  column.reserve(lead, after + last - first)
  const from = (column.starts[lead] as number) + after
  const doubled = record.quotes[cell] === DOUBLED
  const words = last - WORD_BYTES + 1
  const source = viewOf(bytes)
  const { bytes: target, view } = column
  let place = from
  let visible = 0
  let parts = 0
  let continued = 0
  let pairs = 0
  let position = first
  while (position < last) {
    if (position < words) {
      const word = source.getInt32(position, true)
      if (isPlainWord(word) && !(doubled && holdsQuote(word))) {
        view.setInt32(place, word, true)
        visible |= word ^ FOUR_SPACES
        place += WORD_BYTES
        position += WORD_BYTES
        continue
      }
    }
    const byte = bytes[position++] as number
    target[place++] = byte
    const kind = KINDS[byte] as number
    if (kind === VISIBLE) visible = 1
    else if (kind === SEPARATOR) {
      if (visible !== 0) parts++
      visible = 0
    } else if (kind >= QUOTE_MARK) {
      if (kind === CONTINUES) {
        continued++
        continue
      }
      if (kind === CONTROL || (MAY_TELL[byte] === 1 && isTelling(bytes, position - 1))) return null
      if (kind === LEADS_FOUR) pairs++
      if (kind !== LEADS_TWO_OR_THREE || spaceWidth(bytes, position - 1) === 0) visible = 1
      if (kind === QUOTE_MARK && doubled && bytes[position] === QUOTE) position++
    }
  }
  size.bytes = place - from
  size.codePoints = size.bytes - continued
  size.units = size.codePoints + pairs
  size.parts = visible === 0 ? parts : parts + 1
  return size
}

/** Four bytes at a time as one integer: a third of the time in long texts. */
const WORD_BYTES = 4
const FOUR_SPACES = 0x20202020
const FOUR_COMMAS = 0x2c2c2c2c
const FOUR_QUOTES = 0x22222222
const FOUR_ONES = 0x01010101
const FOUR_HIGH_BITS = 0x80808080

/**
 * Whether all four bytes are ASCII from the space on, and neither a comma nor DEL. A byte below n borrows into its high
 * bit when n is taken from it (Warren, "Hacker's Delight", 6-1); a borrow from the byte before it may make a plain byte
 * look like none, which only costs the long way.
 */
function isPlainWord(word: number): boolean {
  const commas = word ^ FOUR_COMMAS
  const odd = word | (word + FOUR_ONES) | ((word - FOUR_SPACES) & ~word) | ((commas - FOUR_ONES) & ~commas)
  return (odd & FOUR_HIGH_BITS) === 0
}

function holdsQuote(word: number): boolean {
  const quotes = word ^ FOUR_QUOTES
  return ((quotes - FOUR_ONES) & ~quotes & FOUR_HIGH_BITS) !== 0
}

let viewed: Uint8Array | null = null
let view: DataView = new DataView(new ArrayBuffer(0))

/** A view of the same bytes; they are nearly always those of the call before. */
function viewOf(bytes: Uint8Array): DataView {
  if (bytes !== viewed) {
    viewed = bytes
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  return view
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
