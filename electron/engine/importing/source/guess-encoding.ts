/** Guesses the encoding of text that is no Unicode. chardet knows languages; what it does not know is told by single bytes. */
import { analyse } from 'chardet'
import type { Encoding } from '../../../contract/import-settings.ts'

/** Bytes of telling lines that are looked at. */
const TELLING_BYTES = 64 * 1024
/** Below this chardet names encodings at random. */
const FOREIGN_CONFIDENCE = 40

/** chardet's names of what can be read. ISO 8859-2 differs from Windows-1250 in six Polish and Slovak letters. */
const READABLE: Readonly<Record<string, Encoding>> = {
  'ISO-8859-1': 'windows-1252',
  'windows-1252': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'windows-1250': 'windows-1250',
  // Turkish; taken for it now and then by short Western texts, from which it differs in six letters.
  'ISO-8859-9': 'windows-1252',
  'windows-1254': 'windows-1252',
}

export type EncodingGuess =
  | { readonly kind: 'readable'; readonly encoding: Encoding }
  /** Cannot be read; `name` is what it seems to be. */
  | { readonly kind: 'foreign'; readonly name: string }

/** The likeliest encoding of text that is neither UTF-8 nor UTF-16. */
export function guessEncoding(bytes: Buffer): EncodingGuess {
  const telling = tellingLines(bytes)
  const matches = analyse(telling).filter(({ name }) => name !== 'ASCII' && !name.startsWith('UTF'))
  const readable = matches.find(({ name }) => name in READABLE)
  const [best] = matches
  if (best && !(best.name in READABLE) && best.confidence >= FOREIGN_CONFIDENCE) {
    const clearly = best.confidence > 1.2 * (readable?.confidence ?? 0)
    if (clearly) return { kind: 'foreign', name: best.name }
  }
  const encoding = (readable && READABLE[readable.name]) ?? 'windows-1252'
  return { kind: 'readable', encoding: bySingleBytes(telling, encoding) }
}

/** The lines that hold bytes beyond ASCII: the others say nothing and take time. */
function tellingLines(bytes: Buffer): Buffer {
  const lines: Buffer[] = []
  let size = 0
  for (let from = 0; from < bytes.length && size < TELLING_BYTES; ) {
    const end = bytes.indexOf(0x0a, from)
    const to = end < 0 ? bytes.length : end + 1
    const line = bytes.subarray(from, Math.min(to, from + TELLING_BYTES))
    if (line.some((byte) => byte >= 0x80)) {
      lines.push(line)
      size += line.length
    }
    from = to
  }
  return Buffer.concat(lines)
}

/** Signs of Windows text that stand inside words too: an apostrophe, dashes, dots. */
const WINDOWS_SIGNS = new Set([0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99])
const CURRENCY_SIGN = 0xa4
const HALF = 0xbd

/** Tells Mac Roman (accents below 0xA0) and ISO 8859-15 (a euro at 0xA4, an "œ" at 0xBD) from the guess. */
function bySingleBytes(bytes: Buffer, guess: Encoding): Encoding {
  let low = 0
  let high = 0
  let lowInWindows = 0
  let latin9 = 0
  for (const [position, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    if (byte < 0xa0) {
      if (WINDOWS_SIGNS.has(byte)) lowInWindows++
      else if (besidesLetter(bytes, position)) low++
    } else if (byte >= 0xc0) high++
    else if (byte === CURRENCY_SIGN || (byte === HALF && besidesLetter(bytes, position))) latin9++
  }
  if (low > 2 * high) return 'macintosh'
  return guess === 'windows-1252' && latin9 > 0 && low + lowInWindows === 0 ? 'iso-8859-15' : guess
}

function besidesLetter(bytes: Buffer, position: number): boolean {
  return isLetter(bytes[position - 1]) || isLetter(bytes[position + 1])
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))
}
