/** Opens a file of text: what it is written in, and its bytes as UTF-8. */
import type { Encoding, ReadSettings } from '../../../contract/import-settings.ts'
import type { Finding, Question, Sheet } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { counted } from '../../sentences/counted.ts'
import { NUL } from '../csv/ascii.ts'
import { EXPORT_AGAIN, WHAT_IS_READ } from '../words.ts'
import { type ByteSource, memorySource, readSample, type Sample } from './byte-source.ts'
import { type DetectedEncoding, detectEncoding } from './detect-encoding.ts'
import { findFileKind, findTextKind } from './file-signatures.ts'
import { findMojibake } from './find-mojibake.ts'
import { transcodedSource } from './transcoded-source.ts'
import { byteOrderMarkLength, withoutCutCharacter } from './utf8.ts'

/** A file on its way to records: text in UTF-8, whatever it was. */
export interface OpenedFile {
  /** Digests and checkpoints are over these bytes. */
  readonly source: ByteSource
  /** Size of the file itself. */
  readonly fileBytes: number
  readonly kind: 'csv' | 'workbook'
  readonly encoding: Encoding
  /** False when the encoding is a guess. */
  readonly encodingCertain: boolean
  /** Empty unless a workbook. */
  readonly sheets: readonly Sheet[]
  readonly sheet: string | null
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

/** Opens bytes in memory as a file of text. */
export function openBytes(bytes: Uint8Array, read: ReadSettings = {}, fileName = 'leads.csv'): OpenedFile {
  return openText(memorySource(bytes, fileName), read)
}

/** Opens a source as text; refuses what is another kind of file, no text, empty or in an encoding it cannot read. */
export function openText(raw: ByteSource, read: ReadSettings): OpenedFile {
  const sample = readSample(raw)
  refuseKind(findFileKind(sample.bytes))
  const detected = detectEncoding(sample.bytes, read.encoding)
  const { encoding, markBytes } = detected
  const hasNul = encoding === 'utf-8' && sample.bytes.includes(NUL)
  const source = encoding === 'utf-8' && !hasNul ? raw : transcodedSource(raw, encoding, markBytes)
  const text = source === raw ? sample : readSample(source)
  checkText(sample, text, encoding)
  return {
    source,
    fileBytes: raw.bytes,
    kind: 'csv',
    encoding,
    encodingCertain: detected.certain,
    sheets: [],
    sheet: null,
    findings: [
      ...workbookName(raw.fileName),
      ...detected.findings,
      ...nulBytes(sample, encoding),
      ...cutEnd(raw, detected),
      ...findMojibake(text.bytes),
    ],
    questions: detected.questions,
  }
}

function refuseKind(kind: ReturnType<typeof findFileKind>): void {
  if (kind) refuse(kind.code, kind.message, kind.hint)
}

function checkText(raw: Sample, text: Sample, encoding: Encoding): void {
  refuseKind(findTextKind(text.bytes))
  const head = encoding.startsWith('utf-16') ? text.bytes : raw.bytes
  if (isBinary(head)) {
    refuse('not_text', `The file holds no text that can be read; it is not ${WHAT_IS_READ}.`, EXPORT_AGAIN)
  }
  const bytes = text.bytes.subarray(byteOrderMarkLength(text.bytes))
  if (bytes.toString('utf8', 0, 4096).trim() === '' && bytes.toString('utf8').trim() === '') {
    refuse(
      'empty_file',
      'The file holds nothing but blank space.',
      'Export it again and choose the new file.',
    )
  }
}

/** Whether the first 4 KB hold more control characters than a damaged text would. NULs at the end are its missing part. */
function isBinary(bytes: Buffer): boolean {
  const last = bytes.subarray(0, 4096).findLastIndex((byte) => byte !== NUL)
  const head = bytes.subarray(0, last + 1)
  const nuls = head.filter((byte) => byte === NUL).length
  const controls = head.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)).length - nuls
  return last < 0 || controls > head.length * 0.05 || nuls > head.length * 0.25
}

/** Whether a file is called like a workbook. */
export function hasWorkbookName(fileName: string): boolean {
  return /\.(?:xls|xl[st][xmb])$/i.test(fileName)
}

function workbookName(fileName: string): Finding[] {
  if (!hasWorkbookName(fileName)) return []
  const message = 'The file is called a workbook but holds plain text; it was read as CSV.'
  return [{ code: 'opened_as_csv', message }]
}

function nulBytes({ bytes }: Sample, encoding: Encoding): Finding[] {
  if (encoding.startsWith('utf-16')) return []
  const count = bytes.reduce((sum, byte) => (byte === NUL ? sum + 1 : sum), 0)
  if (count === 0) return []
  const message = `The file holds NUL bytes, which are not text (${counted(count, 'byte')} in its first part); they were left out.`
  return [{ code: 'nul_removed', message }]
}

/** A file whose end is missing: it stops inside a character, or in the NULs that a disk leaves where nothing was written. */
function cutEnd(raw: ByteSource, { encoding, markBytes }: DetectedEncoding): Finding[] {
  const end = raw.readEnd(4).bytes
  const insideCharacter =
    encoding === 'utf-8'
      ? withoutCutCharacter(end).length < end.length
      : encoding.startsWith('utf-16') && (raw.bytes - markBytes) % 2 === 1
  const unwritten = !encoding.startsWith('utf-16') && end.at(-1) === NUL
  if (!insideCharacter && !unwritten) return []
  const where = insideCharacter ? 'in the middle of a character' : 'in bytes that were never written'
  return [{ code: 'file_truncated', message: `The file ends ${where}: its last part is missing.` }]
}
