/** What can be told about UTF-8 by looking at bytes. */
import { isUtf8 } from 'node:buffer'

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/** Bytes of the UTF-8 byte order mark at the beginning: 3 or 0. */
export function byteOrderMarkLength(bytes: Uint8Array): number {
  return BYTE_ORDER_MARK.every((byte, position) => bytes[position] === byte) ? BYTE_ORDER_MARK.length : 0
}

/** The bytes without those of a character that their end cuts in two. */
export function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) return characterLength(byte) > back ? bytes.subarray(0, bytes.length - back) : bytes
  }
  return bytes
}

/** Bytes of the character that this byte begins; 1 for ASCII and for what begins none. */
function characterLength(first: number): number {
  if (first < 0xc2 || first > 0xf4) return 1
  return first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2
}

/** How many characters beyond ASCII are well-formed UTF-8, and how many bytes belong to none. */
export interface Utf8Census {
  readonly characters: number
  readonly strayBytes: number
}

/** Counts the characters beyond ASCII, for telling damaged UTF-8 from another encoding. */
export function countUtf8(bytes: Buffer): Utf8Census {
  let characters = 0
  let strayBytes = 0
  let position = 0
  while (position < bytes.length) {
    const byte = bytes[position] as number
    if (byte < 0x80) {
      position++
      continue
    }
    const length = characterLength(byte)
    const whole = length > 1 && isUtf8(bytes.subarray(position, position + length))
    if (whole) characters++
    else strayBytes++
    position += whole ? length : 1
  }
  return { characters, strayBytes }
}
