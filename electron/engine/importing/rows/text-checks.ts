/**
 * What may be odd about a text that is kept all the same. The checks on bytes come first and are cheap: of a million
 * cells nearly all need no look at their characters.
 */
import type { TextFinding } from './finding-sentences.ts'

const APOSTROPHE = 0x27
const HASH = 0x23
const FORMULA_BYTES = new Set([...'=+-@'].map((sign) => sign.charCodeAt(0)))

/** Whether a text that begins with this byte needs a look at its characters. */
export function beginsOddly(byte: number): boolean {
  // White space before the first sign is taken off; the full-width signs begin with 0xEF.
  return byte <= 0x20 || byte === HASH || byte === APOSTROPHE || byte === 0xef || FORMULA_BYTES.has(byte)
}

/** Whether the character at a telling first byte (0xC2, 0xC3, 0xE2, 0xEF) belongs to garbled or invisible text. */
export function isTelling(bytes: Uint8Array, position: number): boolean {
  const second = bytes[position + 1] ?? 0
  const third = bytes[position + 2] ?? 0
  switch (bytes[position]) {
    case 0xc2:
      // Control characters of Latin-1.
      return second < 0xa0
    case 0xc3:
      // Ã, Â and â stand before the rest of a letter that was read in the wrong encoding.
      return second === 0x83 || second === 0x82 || second === 0xa2
    case 0xe2:
      // Zero-width and direction marks.
      return (
        (second === 0x80 && (isWithin(third, 0x8b, 0x8f) || isWithin(third, 0xaa, 0xae))) ||
        isJoiner(second, third)
      )
    default:
      // A byte order mark in the middle of text, the replacement character, full-width signs.
      return second === 0xbb || second === 0xbf || second === 0xbc
  }
}

function isJoiner(second: number, third: number): boolean {
  return second === 0x81 && (isWithin(third, 0xa0, 0xa4) || isWithin(third, 0xa6, 0xa9))
}

function isWithin(byte: number, from: number, to: number): boolean {
  return byte >= from && byte <= to
}

/** A text that a spreadsheet would run; not one that is only a sign, or a number. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20](?!$)/
const NUMBER_OR_SIGNS = /^[+-]*[\d\s.,()/-]*%?$/
/** Cannot be seen, or turn the letters around them. A joiner within an emoji or an Indic word is none. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/
/** UTF-8 that was read as Windows-1252 or Mac Roman, and the character that stands for what could not be read. */
const GARBLED =
  /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|Â[\u00a0-\u00bf]|â€|â‚¬|\ufffd/

/** What is odd about a text as it stands in the file; null for nearly all. */
export function textFinding(text: string): TextFinding | null {
  const trimmed = text.trim()
  if (GARBLED.test(trimmed)) return 'mojibake_suspect'
  if (INVISIBLE.test(text)) return 'control_chars'
  return FORMULA.test(trimmed) && !NUMBER_OR_SIGNS.test(trimmed) ? 'formula_like' : null
}

const AT = 0x40
const DOT = 0x2e
const HYPHEN = 0x2d

/** Whether the bytes of an e-mail address need a look by `isSuspectEmail`: they are not `name@place.tld` in plain letters. */
export function emailNeedsLook(bytes: Uint8Array, start: number, end: number): boolean {
  let at = -1
  let dot = -1
  let afterSign = true
  for (let position = start; position < end; position++) {
    const byte = bytes[position] as number
    const sign = !isWithin(byte | 0x20, 0x61, 0x7a) && !isWithin(byte, 0x30, 0x39)
    if (sign && (afterSign || !joins(byte, at >= 0))) return true
    afterSign = sign
    if (byte === AT) at = position
    else if (byte === DOT) dot = position
  }
  return at < 0 || dot < at || afterSign || dot >= end - 2 || isWithin(bytes[dot + 1] as number, 0x30, 0x39)
}

/** Signs that stand between letters and digits: more of them before the `@` than after it. */
function joins(byte: number, inPlace: boolean): boolean {
  if (byte === DOT || byte === HYPHEN) return true
  return !inPlace && (byte === AT || byte === 0x5f || byte === 0x2b)
}

/** Longer ones are none, and looking at them would take long. */
const LONGEST_EMAIL = 320
const LONGEST_PLACE = 2000
const EMAIL =
  /^[^\s@<>(),;:"[\]\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]+$/u
const TWO_DOTS = /^\.|\.\.|\.@/

/** Whether a text cannot be one e-mail address. */
export function isSuspectEmail(text: string): boolean {
  const trimmed = text.trim()
  return trimmed !== '' && (trimmed.length > LONGEST_EMAIL || !EMAIL.test(trimmed) || TWO_DOTS.test(trimmed))
}

const HTTP = Buffer.from('http')
const SCHEME_END = Buffer.from('://')
const LETTER_S = 0x73

/** Whether the bytes of a link need a look by `isSuspectLink`: they do not begin with `http://` and a name, or with `https://`. */
export function linkNeedsLook(bytes: Uint8Array, start: number, end: number): boolean {
  if (start === end) return false
  let at = start + HTTP.length
  if (bytes[at] === LETTER_S) at++
  const site = at + SCHEME_END.length
  if (site >= end || !holds(bytes, start, HTTP) || !holds(bytes, at, SCHEME_END)) return true
  return !isWithin((bytes[site] as number) | 0x20, 0x61, 0x7a) && !isWithin(bytes[site] as number, 0x30, 0x39)
}

function holds(bytes: Uint8Array, start: number, wanted: Uint8Array): boolean {
  for (let place = 0; place < wanted.length; place++) {
    if (bytes[start + place] !== wanted[place]) return false
  }
  return true
}

const HTTP_LINK = /^https?:\/\/[^\s/]/i
/** `linkedin.com/in/someone`: a browser opens it, although it does not say how. */
const PLACE = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?:[/?#]\S*)?$/u

/** Whether a text is no link that opens in a browser: another kind of link, or none. */
export function isSuspectLink(text: string): boolean {
  const trimmed = text.trim()
  if (trimmed === '' || HTTP_LINK.test(trimmed)) return false
  return trimmed.length > LONGEST_PLACE || !PLACE.test(trimmed)
}
