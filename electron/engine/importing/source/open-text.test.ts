import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { ReadSettings } from '../../../contract/import-settings.ts'
import { Refusal } from '../../../contract/result.ts'
import { makeZip } from '../workbook/fixtures/make-zip.ts'
import { readBytes } from './byte-source.ts'
import { encodeSingleBytes } from './fixtures/encode-single-bytes.ts'
import { openBytes } from './open-text.ts'

/** Code with which the bytes are refused, null when they are taken. */
function codeOf(content: string | Uint8Array, read: ReadSettings = {}): string | null {
  try {
    openBytes(Buffer.from(content), read)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.error.code
    throw error
  }
}

function reading(content: string | Uint8Array, read: ReadSettings = {}) {
  const { source, encoding, encodingCertain, findings, questions } = openBytes(Buffer.from(content), read)
  const text = readBytes(source, 0, 1_000_000).toString('utf8')
  return { text, encoding, encodingCertain, questions, codes: findings.map(({ code }) => code), findings }
}

const utf16 = (text: string, mark: readonly number[], swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes])
}
const TEXT = 'name,company\nAmaury,Boréal\nBéatrix,Iron Daisy 🍊\n'
const FRENCH = `nom;poste\n${'Hélène Pélicanet;Ingénieur à Genève\nNoël Gruyère;Directeur général\n'.repeat(4)}`
const POLISH = `imię;firma\n${'Łukasz Żółkiewski;Zakład Świętej Góry\nGrażyna Ćwik;Łódź Usługi\n'.repeat(4)}`

describe('files of another kind, whatever their name', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'not_csv_pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'not_csv_image'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'not_csv_image'],
    ['a GIF', 'GIF89a....', 'not_csv_image'],
    ['a WebP', Buffer.from('RIFF\x10\0\0\0WEBPVP8 ', 'latin1'), 'not_csv_image'],
    ['a TIFF', Buffer.from('II*\0\x08\0\0\0', 'latin1'), 'not_csv_image'],
    ['a TIFF the other way round', Buffer.from('MM\0*\0\0\0\x08', 'latin1'), 'not_csv_image'],
    ['an empty ZIP archive', Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1'), 'not_csv_zip'],
    ['a ZIP archive in parts', Buffer.from('PK\x07\x08PK\x03\x04', 'latin1'), 'not_csv_zip'],
    ['a RAR archive', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1'), 'not_csv_unknown'],
    ['a 7z archive', Buffer.from('7z\xbc\xaf\x27\x1c\0\x04', 'latin1'), 'not_csv_unknown'],
    ['a web page written as XML', '<?xml version="1.0"?>\n<html lang="fr">', 'not_csv_html'],
    ['a list of numbers in JSON', '[1, 2]', 'not_csv_json'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'not_csv_xls'],
    [
      'a workbook with a password',
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
      'not_xlsx',
    ],
    ['a ZIP archive', makeZip([{ name: 'leads.csv', data: TEXT }]), 'not_csv_zip'],
    [
      'an OpenDocument table',
      makeZip([
        { name: 'mimetype', data: '' },
        { name: 'application/vnd.oasis.opendocument.spreadsheet', data: '' },
      ]),
      'not_xlsx',
    ],
    ['a gzip archive', gzipSync(TEXT), 'not_csv_gzip'],
    ['a web page', '\n  <!DOCTYPE html>\n<html>', 'not_csv_html'],
    ['a web page in UTF-16', utf16('<html><table>', [0xff, 0xfe], false), 'not_csv_html'],
    ['an HTML table called .xls', '<table><tr><td>name</td></tr></table>', 'not_csv_html'],
    ['XML', '<?xml version="1.0"?><leads/>', 'not_csv_unknown'],
    ['a JSON object', '{"name": "Amaury"}', 'not_csv_json'],
    ['a JSON list', '[\n  {"name": "Amaury"}]', 'not_csv_json'],
    ['an SQLite database', 'SQLite format 3\0....', 'not_csv_sqlite'],
    ['a contact card', 'BEGIN:VCARD\r\nVERSION:4.0', 'not_csv_vcard'],
    ['RTF', '{\\rtf1\\ansi hello}', 'not_csv_rtf'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'not_csv_unknown'],
    ['bytes that are no text', Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 14, 15]), 'not_text'],
    ['blank space', '\uFEFF \r\n\r\n', 'empty_file'],
  ])('refuses %s by name', (_, content, code) => {
    expect(codeOf(content)).toBe(code)
  })

  const oldOffice = (part: string) =>
    Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.from(part, 'utf16le'),
    ])

  it.each([
    ['%PDF-1.7\n', 'a PDF document', 'Export the list from your sales tool as CSV or Excel'],
    ['\x89PNG\r\n\x1a\n', 'a PNG image', 'Export the list from your sales tool as CSV or Excel'],
    ['{\\rtf1', 'a text document (RTF)', 'copied and pasted into the Import view'],
    [oldOffice('WordDocument'), 'a Word document', 'copied and pasted into the Import view'],
    [oldOffice('PowerPoint Document'), 'a PowerPoint presentation', 'copied and pasted'],
    [oldOffice('Workbook'), 'an old Excel workbook (.xls)', 'save it as "Excel workbook (.xlsx)"'],
    ['PK\x03\x04', 'a ZIP archive', 'Unpack it first'],
  ])('says what %j is, what is read instead, and how to get that', (content, name, hint) => {
    expect(() => openBytes(Buffer.from(content as string, 'latin1'))).toThrow(
      expect.objectContaining({
        error: expect.objectContaining({
          message: `The file is ${name}, not a CSV file or an Excel workbook (.xlsx).`,
          hint: expect.stringContaining(hint),
        }),
      }),
    )
  })

  it('says that text called a workbook was read as text', () => {
    const { findings } = openBytes(Buffer.from(TEXT), {}, 'leads.XLSX')
    expect(findings.map(({ code }) => code)).toEqual(['opened_as_csv'])
  })
})

describe('encodings', () => {
  it('takes UTF-8 as it is, with and without byte order mark', () => {
    expect(reading(TEXT)).toMatchObject({ text: TEXT, encoding: 'utf-8', encodingCertain: true, codes: [] })
    expect(reading(`\uFEFF${TEXT}`).text).toBe(`\uFEFF${TEXT}`)
  })

  it('reads UTF-16 of both orders; without a mark it says that it guessed', () => {
    expect(reading(utf16(TEXT, [0xff, 0xfe], false))).toMatchObject({
      text: TEXT,
      encoding: 'utf-16le',
      codes: [],
    })
    expect(reading(utf16(TEXT, [0xfe, 0xff], true))).toMatchObject({
      text: TEXT,
      encoding: 'utf-16be',
      codes: [],
    })
    const guessed = { text: TEXT, encodingCertain: false, codes: ['encoding_guessed'] }
    expect(reading(utf16(TEXT, [], false))).toMatchObject({ ...guessed, encoding: 'utf-16le' })
    expect(reading(utf16(TEXT, [], true))).toMatchObject({ ...guessed, encoding: 'utf-16be' })
  })

  it.each([
    ['windows-1252', `${FRENCH}l’été – 990 €;x\n`],
    ['windows-1250', POLISH],
    ['macintosh', FRENCH],
    ['iso-8859-15', `${FRENCH}cœur;990 €\n`],
  ] as const)('guesses %s and says so', (encoding, text) => {
    const result = reading(encodeSingleBytes(text, encoding))
    expect(result).toMatchObject({ text, encoding, encodingCertain: false, codes: ['encoding_guessed'] })
    expect(result.findings[0]?.text).toBe(encoding)
  })

  it('takes the encoding a person chose', () => {
    const bytes = encodeSingleBytes('nom\nBoréal €\n', 'iso-8859-15')
    expect(reading(bytes, { encoding: 'iso-8859-15' })).toMatchObject({
      text: 'nom\nBoréal €\n',
      encodingCertain: true,
      codes: [],
    })
    expect(reading(bytes, { encoding: 'windows-1250' }).text).toBe('nom\nBoréal ¤\n')
    // ISO 8859-1 has control characters where Windows-1252 has signs; the Encoding Standard takes one for the other.
    expect(reading(Buffer.from([0x61, 0x0a, 0x80]), { encoding: 'iso-8859-1' }).text).toBe('a\n€')
  })

  it('refuses UTF-32 and alphabets it cannot read', () => {
    const russian = 'имя;фирма\n'.concat('Иван Петров;Рога и копыта;директор по продажам\n'.repeat(5))
    expect(codeOf(Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]))).toBe('encoding_unsupported')
    expect(codeOf(encodeSingleBytes(russian, 'windows-1251'))).toBe('encoding_unsupported')
  })

  it('takes UTF-8 with a few damaged bytes for UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT.repeat(10)), Buffer.from([0xe9, 0x0a])])
    expect(reading(bytes)).toMatchObject({ encoding: 'utf-8', codes: [] })
  })

  it('asks when a file is a mixture of encodings', () => {
    const bytes = Buffer.concat([Buffer.from(FRENCH), encodeSingleBytes(FRENCH, 'windows-1252')])
    const { questions } = reading(bytes)
    expect(questions.map(({ code }) => code)).toEqual(['encoding_mixed'])
    expect(questions[0]?.answers.map(({ read, option }) => [read, option])).toEqual([
      [{ encoding: 'utf-8' }, '--encoding utf-8'],
      [{ encoding: 'windows-1252' }, '--encoding windows-1252'],
    ])
    expect(reading(bytes, { encoding: 'utf-8' }).questions).toEqual([])
  })
})

describe('damage', () => {
  it('leaves NUL bytes out and says so', () => {
    expect(reading('name,comp\0any\nAmaury,B\n')).toMatchObject({
      text: 'name,company\nAmaury,B\n',
      codes: ['nul_removed'],
    })
  })

  it('says when the file ends inside a character or in bytes that were never written', () => {
    expect(reading(Buffer.from('name\nAmaury\nBé').subarray(0, -1)).codes).toEqual(['file_truncated'])
    expect(reading(utf16('name\nAmaury', [0xff, 0xfe], false).subarray(0, -1)).codes).toEqual([
      'file_truncated',
    ])
    const unwritten = Buffer.concat([Buffer.from('name,q\nAmaury,1\n'.repeat(10)), Buffer.alloc(64)])
    expect(reading(unwritten).codes).toEqual(['nul_removed', 'file_truncated'])
  })

  it('says when text looks doubly encoded, and leaves it as it is', () => {
    const twice = Buffer.from(Buffer.from('name\nBoréal\nl’été\n').toString('latin1'))
    expect(reading('name\nBorÃ©al\nlâ€™Ã©tÃ©\n')).toMatchObject({ codes: ['mojibake_suspect'] })
    expect(reading(twice).codes).toEqual(['mojibake_suspect'])
    expect(reading('name\nBorÃ©al\n').findings[0]?.text).toBe('BorÃ©al')
    expect(reading('name\nBoréal, São Paulo, Ângela, â\n').codes).toEqual([])
  })
})
