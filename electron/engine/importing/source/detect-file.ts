/** Decides by content whether a file can be a CSV file in UTF-8, and says in a sentence why not. */
import { isUtf8 } from 'node:buffer'
import { refuse } from '../../../contract/result.ts'
import { NUL } from '../csv/ascii.ts'
import type { Sample } from './byte-source.ts'
import { findFileKind } from './file-signatures.ts'

const UTF8_BOM = [0xef, 0xbb, 0xbf]
const SAVE_AS_UTF8 =
  'In Excel choose "Save As" and the file type "CSV UTF-8 (Comma delimited)"; in LibreOffice choose "Unicode (UTF-8)" when saving as CSV.'

/** Refuses a sample that is another kind of file, not text, or in another encoding than UTF-8. */
export function checkFile(sample: Sample): void {
  const { bytes } = sample
  if (looksLikeUtf16(bytes)) {
    refuse('encoding_unsupported', 'The file is written in UTF-16, which cannot be read yet.', SAVE_AS_UTF8)
  }
  const kind = findFileKind(bytes)
  if (kind) refuse(kind.code, `The file is ${kind.name}, not a CSV file.`, kind.hint)
  if (bytes.includes(NUL) || controlShare(bytes) > 0.05) {
    refuse('not_text', 'The file does not hold text.', 'Export the list as CSV and choose that file.')
  }
  // A file that ends inside a character was cut: that is said of its last row when it is read.
  if (!isUtf8(withoutCutCharacter(bytes))) {
    refuse(
      'encoding_unsupported',
      'The file is not written in UTF-8, so accents would come out wrong.',
      SAVE_AS_UTF8,
    )
  }
  const text = bytes.subarray(byteOrderMarkLength(bytes))
  if (text.toString('utf8', 0, 4096).trim() === '' && text.toString('utf8').trim() === '') {
    refuse(
      'empty_file',
      'The file holds nothing but blank space.',
      'Export it again and choose the new file.',
    )
  }
}

/** Bytes of the UTF-8 byte order mark at the beginning: 3 or 0. */
export function byteOrderMarkLength(bytes: Uint8Array): number {
  return UTF8_BOM.every((byte, position) => bytes[position] === byte) ? UTF8_BOM.length : 0
}

/** A byte order mark of UTF-16 or UTF-32, or every second byte NUL as in Latin text written without one. */
function looksLikeUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const head = bytes.subarray(0, 1024)
  if (head.length < 8) return false
  const nuls = [0, 0]
  for (const [position, byte] of head.entries()) {
    if (byte === NUL) nuls[position % 2] = (nuls[position % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  return Math.max(even, odd) > head.length * 0.4 && Math.min(even, odd) < head.length * 0.05
}

/** Share of control characters other than tab and line ends in the first 4 KB. */
function controlShare(bytes: Buffer): number {
  const head = bytes.subarray(0, 4096)
  return (
    head.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)).length / Math.max(1, head.length)
  )
}

/** The sample without the bytes of a character that its end cuts in two. */
export function withoutCutCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes
    }
  }
  return bytes
}
