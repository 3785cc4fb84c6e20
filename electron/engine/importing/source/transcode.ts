/** Turns text in another encoding into UTF-8, bytes to bytes: a string for every piece would take three times as long. */
import type { Encoding } from '../../../contract/import-settings.ts'
import { refuse } from '../../../contract/result.ts'

/** What a conversion did with a piece. */
export interface Transcoded {
  /** Bytes of the input it has dealt with. */
  readonly read: number
  /** Bytes of UTF-8 it has written. */
  readonly written: number
}

/**
 * Converts a piece of text. `into` has room for `OUTPUT_FACTOR` times the input. NUL is left out. Input that ends
 * inside a character is dealt with up to it, unless `last`; a broken character becomes bytes that are no UTF-8, so that
 * its row is found.
 */
export type Transcoder = (input: Uint8Array, into: Uint8Array, last: boolean) => Transcoded

/** No encoding here takes more than three bytes of UTF-8 for one byte. */
export const OUTPUT_FACTOR = 3

/** The byte that stands for a character that is broken: it never occurs in UTF-8. */
const BROKEN = 0xff

/** The converter of an encoding. */
export function createTranscoder(encoding: Encoding): Transcoder {
  if (encoding === 'utf-8') return withoutNul
  if (encoding === 'utf-16le') return (input, into, last) => fromUtf16(input, into, last, 0, 1)
  if (encoding === 'utf-16be') return (input, into, last) => fromUtf16(input, into, last, 1, 0)
  return fromSingleBytes(encoding)
}

/** UTF-8 as it is, but for NUL. */
function withoutNul(input: Uint8Array, into: Uint8Array): Transcoded {
  let written = 0
  for (let from = 0; from < input.length; ) {
    const found = input.indexOf(0, from)
    const to = found < 0 ? input.length : found
    into.set(input.subarray(from, to), written)
    written += to - from
    from = to + 1
  }
  return { read: input.length, written }
}

/**
 * Encodings of one byte a character, by a table of all 256. The platform knows them by the names of the Encoding
 * Standard, where "iso-8859-1" means Windows-1252: the two differ in control characters only, which no list holds.
 */
function fromSingleBytes(encoding: Encoding): Transcoder {
  const decoder = openDecoder(encoding)
  const lengths = new Uint8Array(256)
  const parts = new Uint8Array(256 * OUTPUT_FACTOR)
  for (let byte = 1; byte < 256; byte++) {
    const bytes = Buffer.from(decoder.decode(Uint8Array.of(byte)))
    lengths[byte] = bytes.length
    parts.set(bytes, byte * OUTPUT_FACTOR)
  }
  return (input, into) => {
    let written = 0
    for (let read = 0; read < input.length; read++) {
      const byte = input[read] as number
      const length = lengths[byte] as number
      if (length === 1) into[written++] = byte
      else
        for (let part = 0; part < length; part++)
          into[written++] = parts[byte * OUTPUT_FACTOR + part] as number
    }
    return { read: input.length, written }
  }
}

function openDecoder(encoding: Encoding): TextDecoder {
  try {
    return new TextDecoder(encoding)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return refuse(
      'encoding_unsupported',
      `Text in ${encoding} cannot be read on this computer.`,
      'Save the file as "CSV UTF-8".',
    )
  }
}

function fromUtf16(
  input: Uint8Array,
  into: Uint8Array,
  last: boolean,
  low: number,
  high: number,
): Transcoded {
  const unitAt = (position: number) =>
    ((input[position + high] as number) << 8) | (input[position + low] as number)
  let written = 0
  let read = 0
  while (read + 1 < input.length) {
    const unit = unitAt(read)
    const isFirstHalf = unit >= 0xd800 && unit < 0xdc00
    if (isFirstHalf && read + 3 >= input.length && !last) break
    const second = isFirstHalf && read + 3 < input.length ? unitAt(read + 2) : 0
    const isPair = second >= 0xdc00 && second < 0xe000
    read += isPair ? 4 : 2
    if (isPair) written = putCharacter(into, written, 0x10000 + ((unit - 0xd800) << 10) + (second - 0xdc00))
    else if (unit >= 0xd800 && unit < 0xe000) into[written++] = BROKEN
    else if (unit !== 0) written = putCharacter(into, written, unit)
  }
  if (last && read < input.length) {
    into[written++] = BROKEN
    read = input.length
  }
  return { read, written }
}

/** Writes a character as UTF-8; the position after it. */
function putCharacter(into: Uint8Array, at: number, code: number): number {
  let position = at
  if (code < 0x80) {
    into[position++] = code
    return position
  }
  if (code < 0x800) into[position++] = 0xc0 | (code >> 6)
  else {
    if (code < 0x10000) into[position++] = 0xe0 | (code >> 12)
    else {
      into[position++] = 0xf0 | (code >> 18)
      into[position++] = 0x80 | ((code >> 12) & 0x3f)
    }
    into[position++] = 0x80 | ((code >> 6) & 0x3f)
  }
  into[position++] = 0x80 | (code & 0x3f)
  return position
}
