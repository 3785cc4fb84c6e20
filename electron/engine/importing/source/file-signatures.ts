/** Files that are known by their first bytes and are no CSV, with what to do about each. */

/** One kind of file: a code of the import guide, its name in a sentence, and the way out. */
export interface FileKind {
  readonly code: string
  readonly name: string
  readonly hint: string
}

const EXPORT_AGAIN = 'Export the list as CSV and choose that file.'
const UNPACK = 'Unpack it first and choose the CSV file inside.'
const SAVE_AS = 'Open it in Excel or LibreOffice and save it as "CSV UTF-8".'

const WORKBOOK: FileKind = { code: 'not_csv_xlsx', name: 'an Excel workbook', hint: SAVE_AS }
const OLD_WORKBOOK: FileKind = { code: 'not_csv_xls', name: 'an old Excel workbook', hint: SAVE_AS }
const LOCKED_WORKBOOK: FileKind = {
  code: 'not_xlsx',
  name: 'a workbook protected by a password',
  hint: 'Open it and save it without a password.',
}
const OPEN_DOCUMENT: FileKind = { code: 'not_xlsx', name: 'an OpenDocument file', hint: SAVE_AS }
const PDF: FileKind = { code: 'not_csv_pdf', name: 'a PDF document', hint: EXPORT_AGAIN }
const image = (name: string): FileKind => ({ code: 'not_csv_image', name, hint: EXPORT_AGAIN })
const ZIP: FileKind = { code: 'not_csv_zip', name: 'a ZIP archive', hint: UNPACK }
const GZIP: FileKind = { code: 'not_csv_gzip', name: 'a gzip archive', hint: UNPACK }
const HTML: FileKind = { code: 'not_csv_html', name: 'a web page', hint: EXPORT_AGAIN }
const JSON_FILE: FileKind = { code: 'not_csv_json', name: 'a JSON file', hint: EXPORT_AGAIN }
const SQLITE: FileKind = { code: 'not_csv_sqlite', name: 'an SQLite database', hint: EXPORT_AGAIN }
const VCARD: FileKind = { code: 'not_csv_vcard', name: 'a file of contact cards (vCard)', hint: EXPORT_AGAIN }
const RTF: FileKind = { code: 'not_csv_rtf', name: 'a text document (RTF)', hint: EXPORT_AGAIN }
const XML: FileKind = { code: 'not_csv_unknown', name: 'an XML document', hint: SAVE_AS }
const UNKNOWN: FileKind = { code: 'not_csv_unknown', name: 'a file of another kind', hint: EXPORT_AGAIN }

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
  ['7z\xbc\xaf\x27\x1c', UNKNOWN],
  ['Rar!\x1a\x07', UNKNOWN],
  ['\x7fELF', UNKNOWN],
]

/** An archive with entries, an empty one, one in parts. */
const ZIP_SIGNATURES = ['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08']

/** Documents of old Office; new ones lie inside one, too, when they are encrypted. */
const OLD_OFFICE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** The kind of file these first bytes belong to, or null when they could be CSV. */
export function findFileKind(bytes: Buffer): FileKind | null {
  const head = bytes.toString('latin1', 0, 64)
  if (isArchive(head)) {
    if (isWorkbook(bytes)) return WORKBOOK
    return bytes.includes('vnd.oasis.opendocument') ? OPEN_DOCUMENT : ZIP
  }
  if (head.startsWith(OLD_OFFICE)) return bytes.includes(ENCRYPTED) ? LOCKED_WORKBOOK : OLD_WORKBOOK
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return image('a WebP image')
  const known = SIGNATURES.find(([signature]) => head.startsWith(signature))
  return known ? known[1] : null
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
