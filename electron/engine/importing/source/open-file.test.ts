import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../contract/result.ts'
import { checkFile, withoutCutCharacter } from './detect-file.ts'

/** Code with which the bytes are refused, null when they are taken. */
function codeOf(content: string | Uint8Array, whole = true): string | null {
  try {
    checkFile({ bytes: Buffer.from(content), whole })
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.error.code
    throw error
  }
}

const utf16 = (text: string, mark: readonly number[], swap: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return Buffer.concat([Buffer.from(mark), swap ? bytes.swap16() : bytes])
}
const TEXT = 'name,company\nAmaury,Boréal\nBéatrix,Iron Daisy\n'

describe('files of another kind, whatever their name', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n%âãÏÓ', 'not_csv_pdf'],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'not_csv_image'],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'not_csv_image'],
    [
      'a workbook',
      Buffer.from('PK\x03\x04....[Content_Types].xml....xl/workbook.xml', 'latin1'),
      'not_csv_xlsx',
    ],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'not_csv_xls'],
    ['a ZIP archive', Buffer.from('PK\x03\x04....leads.csv', 'latin1'), 'not_csv_zip'],
    ['a gzip archive', gzipSync(TEXT), 'not_csv_gzip'],
    ['a web page', '\n  <!DOCTYPE html>\n<html>', 'not_csv_html'],
    ['an HTML table called .xls', '<table><tr><td>name</td></tr></table>', 'not_csv_html'],
    ['XML', '<?xml version="1.0"?><leads/>', 'not_csv_unknown'],
    ['a JSON object', '{"name": "Amaury"}', 'not_csv_json'],
    ['a JSON list', '[\n  {"name": "Amaury"}]', 'not_csv_json'],
    ['an SQLite database', 'SQLite format 3\0....', 'not_csv_sqlite'],
    ['a contact card', 'BEGIN:VCARD\r\nVERSION:4.0', 'not_csv_vcard'],
    ['RTF', '{\\rtf1\\ansi hello}', 'not_csv_rtf'],
    ['a program', Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), 'not_csv_unknown'],
  ])('refuses %s by name', (_, content, code) => {
    expect(codeOf(content)).toBe(code)
  })
})

describe('encodings', () => {
  it('takes UTF-8, with and without byte order mark', () => {
    expect(codeOf(TEXT)).toBeNull()
    expect(codeOf(`\uFEFF${TEXT}`)).toBeNull()
  })

  it('refuses UTF-16 of both orders, with and without byte order mark', () => {
    expect(codeOf(utf16(TEXT, [0xff, 0xfe], false))).toBe('encoding_unsupported')
    expect(codeOf(utf16(TEXT, [0xfe, 0xff], true))).toBe('encoding_unsupported')
    expect(codeOf(utf16(TEXT, [], false))).toBe('encoding_unsupported')
    expect(codeOf(utf16(TEXT, [], true))).toBe('encoding_unsupported')
  })

  it('refuses Windows-1252 and says how to save as UTF-8', () => {
    expect(codeOf(Buffer.from(TEXT, 'latin1'))).toBe('encoding_unsupported')
    expect(() => checkFile({ bytes: Buffer.from(TEXT, 'latin1'), whole: true })).toThrow(/UTF-8/)
  })

  it('refuses NUL bytes and other bytes that are no text', () => {
    expect(codeOf('name,comp\0any\n')).toBe('not_text')
    expect(codeOf(Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 14, 15]))).toBe('not_text')
  })

  it('refuses a file of blank space as empty', () => {
    expect(codeOf('\uFEFF \r\n\r\n')).toBe('empty_file')
  })

  it('takes text whose sample ends inside a character, wherever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), (text, cut) => {
        const bytes = Buffer.from(`a,${text}`.replaceAll('\0', 'x'))
        const sample = bytes.subarray(0, 2 + (cut % (bytes.length - 1)))
        const whole = withoutCutCharacter(sample)
        expect(sample.length - whole.length).toBeLessThan(4)
        expect(whole.toString('utf8')).not.toContain(
          '\uFFFD'.repeat(1 + (text.match(/\uFFFD/g)?.length ?? 0)),
        )
      }),
    )
  })
})
