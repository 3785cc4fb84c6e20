/** Decides in which encoding a file is written: byte order mark, strict UTF-8, UTF-16 by its NULs, then a guess that is said. */
import { isUtf8 } from 'node:buffer'
import type { Encoding, ReadSettings } from '../../../contract/import-settings.ts'
import type { Finding, Question } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { NUL } from '../csv/ascii.ts'
import { guessEncoding } from './guess-encoding.ts'
import { byteOrderMarkLength, countUtf8, withoutCutCharacter } from './utf8.ts'

export interface DetectedEncoding {
  readonly encoding: Encoding
  /** False when it is a guess. */
  readonly certain: boolean
  /** Bytes of a byte order mark of that encoding at the beginning of the file. */
  readonly markBytes: number
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1250': 'Windows-1250 (Central European)',
  'windows-1252': 'Windows-1252 (Western European)',
  'iso-8859-1': 'ISO-8859-1 (Western European)',
  'iso-8859-15': 'ISO-8859-15 (Western European with euro sign)',
  macintosh: 'Mac Roman',
}
const SAVE_AS_UTF8 =
  'In Excel choose "Save As" and the file type "CSV UTF-8 (Comma delimited)"; in LibreOffice choose "Unicode (UTF-8)" when saving as CSV.'

/** An encoding's name in a sentence. */
function encodingName(encoding: Encoding): string {
  return NAMES[encoding]
}

/** The encoding of a file that begins with `bytes`. What a person chose is taken as it is. */
export function detectEncoding(bytes: Buffer, chosen: ReadSettings['encoding']): DetectedEncoding {
  const marked = markedEncoding(bytes)
  if (chosen !== undefined) return certain(chosen, marked?.encoding === chosen ? marked.markBytes : 0)
  if (marked) return marked
  const wide = utf16ByNuls(bytes)
  if (wide) return guessed(wide)
  const text = withoutCutCharacter(bytes)
  return isUtf8(text) ? certain('utf-8') : detectOther(text)
}

function certain(encoding: Encoding, markBytes = 0): DetectedEncoding {
  return { encoding, certain: true, markBytes, findings: [], questions: [] }
}

function guessed(encoding: Encoding, questions: readonly Question[] = []): DetectedEncoding {
  const message = `The text encoding is not certain; the file is read as ${encodingName(encoding)}. If accents look wrong, choose another.`
  const finding = { code: 'encoding_guessed', message, text: encoding }
  return { encoding, certain: false, markBytes: 0, findings: [finding], questions }
}

function markedEncoding(bytes: Buffer): DetectedEncoding | null {
  const utf8Mark = byteOrderMarkLength(bytes)
  if (utf8Mark > 0) return certain('utf-8', utf8Mark)
  const head = bytes.toString('latin1', 0, 4)
  if (head.startsWith('\xff\xfe\0\0') || head.startsWith('\0\0\xfe\xff')) unsupported('UTF-32')
  if (head.startsWith('\xff\xfe')) return certain('utf-16le', 2)
  if (head.startsWith('\xfe\xff')) return certain('utf-16be', 2)
  return null
}

/** UTF-16 without a mark: delimiters, digits and Latin letters are NUL in every second byte, always the same one. */
function utf16ByNuls(bytes: Buffer): Encoding | null {
  const head = bytes.subarray(0, 4096)
  if (head.length < 8) return null
  const nuls = [0, 0]
  for (const [position, byte] of head.entries()) {
    if (byte === NUL) nuls[position % 2] = (nuls[position % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  if (Math.max(even, odd) < head.length * 0.1 || Math.min(even, odd) * 20 > Math.max(even, odd)) return null
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** Bytes that are not UTF-8 throughout: damaged UTF-8, a mixture, or another encoding. */
function detectOther(text: Buffer): DetectedEncoding {
  const { characters, strayBytes } = countUtf8(text)
  // In other encodings well-formed UTF-8 comes about by chance only, once in some thousand accents.
  if (characters >= 4 * strayBytes) return certain('utf-8')
  const guess = guessEncoding(text)
  const mixed = characters >= 3 && characters * 10 >= strayBytes
  if (guess.kind === 'foreign' && !mixed) return unsupported(guess.name)
  const other = guess.kind === 'readable' ? guess.encoding : 'windows-1252'
  return mixed ? mixture(characters >= strayBytes ? 'utf-8' : other, other) : guessed(other)
}

function mixture(likelier: Encoding, other: Encoding): DetectedEncoding {
  const answers = (['utf-8', other] as const).map((encoding) => ({
    label:
      encoding === 'utf-8'
        ? 'UTF-8: rows in the other encoding are rejected'
        : `${encodingName(encoding)}: accents in the other rows come out wrong`,
    read: { encoding },
    option: `--encoding ${encoding}`,
  }))
  const message = `Some rows of the file are written in UTF-8 and some in ${encodingName(other)}. Which one is to be read?`
  return guessed(likelier, [{ code: 'encoding_mixed', message, answers }])
}

function unsupported(name: string): never {
  return refuse(
    'encoding_unsupported',
    `The file seems to be written in ${name}, which cannot be read.`,
    SAVE_AS_UTF8,
  )
}
