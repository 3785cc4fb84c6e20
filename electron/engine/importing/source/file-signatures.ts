/** Files that are known by their first bytes and are no CSV, with what to do about each. */
import { EXPORT_AGAIN, EXPORT_OR_PASTE, SAVE_AS_XLSX, WHAT_IS_READ } from '../words.ts'

/** One kind of file: a code of the import guide, the sentence that names it, and the way out. */
export interface FileKind {
  readonly code: string
  readonly message: string
  readonly hint: string
}

const UNPACK = 'Unpack it first and choose the CSV file or workbook inside.'

function kind(code: string, name: string, hint: string = EXPORT_AGAIN): FileKind {
  return { code, message: `The file is ${name}, not ${WHAT_IS_READ}.`, hint }
}

const OLD_WORKBOOK = kind('not_csv_xls', 'an old Excel workbook (.xls)', SAVE_AS_XLSX)
const LOCKED_WORKBOOK: FileKind = {
  code: 'not_xlsx',
  message: 'The file is an Office document protected by a password.',
  hint: 'Open it and save it without a password.',
}
const OLD_WORD = kind('not_csv_unknown', 'a Word document', EXPORT_OR_PASTE)
const OLD_SLIDES = kind('not_csv_unknown', 'a PowerPoint presentation', EXPORT_OR_PASTE)
const OPEN_DOCUMENT = kind('not_xlsx', 'an OpenDocument file', SAVE_AS_XLSX)
const PDF = kind('not_csv_pdf', 'a PDF document')
const image = (name: string) => kind('not_csv_image', name)
const ZIP = kind('not_csv_zip', 'a ZIP archive', UNPACK)
const GZIP = kind('not_csv_gzip', 'a gzip archive', UNPACK)
const HTML = kind('not_csv_html', 'a web page', EXPORT_OR_PASTE)
const JSON_FILE = kind('not_csv_json', 'a JSON file')
const SQLITE = kind('not_csv_sqlite', 'an SQLite database')
const VCARD = kind('not_csv_vcard', 'a file of contact cards (vCard)')
const RTF = kind('not_csv_rtf', 'a text document (RTF)', EXPORT_OR_PASTE)
const XML = kind('not_csv_unknown', 'an XML document', SAVE_AS_XLSX)
const OTHER_ARCHIVE = kind('not_csv_unknown', 'a packed archive', UNPACK)
const PROGRAM = kind('not_csv_unknown', 'a program')

/** First bytes as latin1 text, and the kind they stand for. */
const SIGNATURES: readonly (readonly [string, FileKind])[] = [
  ['%PDF-', PDF],
  ['\x89PNG\r\n\x1a\n', image('a PNG image')],
  ['\xff\xd8\xff', image('a JPEG image')],
  ['GIF87a', image('a GIF image')],
  ['GIF89a', image('a GIF image')],
  ['II*\0', image('a TIFF image')],
  ['MM\0*', image('a TIFF image')],
  ['\x1f\x8b', GZIP],
  ['SQLite format 3\0', SQLITE],
  ['{\\rtf', RTF],
  ['7z\xbc\xaf\x27\x1c', OTHER_ARCHIVE],
  ['Rar!\x1a\x07', OTHER_ARCHIVE],
  ['\x7fELF', PROGRAM],
]

/** An archive with entries, an empty one, one in parts. */
const ZIP_SIGNATURES = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Documents of old Office; new ones lie inside one, too, when they are encrypted. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
/** Names of the parts that tell them apart; anything else is taken for a workbook. */
const OLD_OFFICE_KINDS: readonly (readonly [part: string, FileKind])[] = [
  ['EncryptedPackage', LOCKED_WORKBOOK],
  ['Workbook', OLD_WORKBOOK],
  ['WordDocument', OLD_WORD],
  ['PowerPoint Document', OLD_SLIDES],
]

/** The kind of file these first bytes belong to, or null when they could be CSV. They are none of a workbook. */
export function findFileKind(bytes: Buffer): FileKind | null {
  const head = bytes.toString('latin1', 0, 64)
  if (isArchive(head)) {
    return bytes.includes('vnd.oasis.opendocument') ? OPEN_DOCUMENT : ZIP
  }
  if (head.startsWith(OLD_OFFICE)) return oldOfficeKind(bytes)
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return image('a WebP image')
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))
  return known ? known[1] : null
}

function oldOfficeKind(bytes: Buffer): FileKind {
  const found = OLD_OFFICE_KINDS.find(([part]) => bytes.includes(Buffer.from(part, 'utf16le')))
  return found ? found[1] : OLD_WORKBOOK
}

function isArchive(head: string): boolean {
  return ZIP_SIGNATURES.some((signature) => head.startsWith(signature))
}

/** Whether these are the first bytes of an Excel workbook, whatever its name. */
export function isWorkbook(bytes: Buffer): boolean {
  return (
    isArchive(bytes.toString('latin1', 0, 4)) &&
    (bytes.includes('xl/') || bytes.includes('[Content_Types].xml'))
  )
}

/** Kinds of file that are text themselves, recognised after a byte order mark and blank space. `bytes` are UTF-8. */
export function findTextKind(bytes: Buffer): FileKind | null {
  const text = bytes
    .toString('utf8', 0, 2048)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^<(!doctype\s+html|html|head|body|table|meta)\b/i.test(text)) return HTML
  if (/^<\?xml\b/i.test(text)) return /<html\b/i.test(text) ? HTML : XML
  if (/^BEGIN:VCARD\b/i.test(text)) return VCARD
  if (/^\{\s*("|\}\s*$)/.test(text) || /^\[\s*([[{"]|-?\d|true\b|false\b|null\b|\]\s*$)/.test(text))
    return JSON_FILE
  return null
}
