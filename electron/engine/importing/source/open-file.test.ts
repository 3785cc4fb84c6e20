import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTable } from '../table/open-table.ts'
import { convertWorkbook } from '../workbook/convert-workbook.ts'
import { createFileOpener } from './open-file.ts'

const fixtures = join(import.meta.dirname, '../fixtures')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-open-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

async function open(path: string) {
  const opener = createFileOpener(join(folder, 'data'), (request, signal) =>
    convertWorkbook(request, () => signal.aborted),
  )
  const file = await opener.open(path, {}, new AbortController().signal)
  const table = openTable(file)
  file.source.close()
  opener.close()
  return { file, table, codes: table.findings.map(({ code }) => code) }
}

describe('opening a file', () => {
  it.each([
    ['a missing file', () => join(folder, 'none.csv'), /There is no file "none.csv"/],
    ['a path below a file', () => join(import.meta.filename, 'leads.csv'), /There is no file "leads.csv"/],
    ['a folder', () => folder, /is a folder/],
    ['a device', () => '/dev/null', /is not a file/],
  ])('refuses %s', async (_, path, sentence) => {
    await expect(open(path())).rejects.toThrow(sentence)
  })

  it('refuses an empty file', async () => {
    const path = join(folder, 'empty.csv')
    writeFileSync(path, '')
    await expect(open(path)).rejects.toThrow(/is empty/)
  })

  it('never writes to the file', async () => {
    const path = join(folder, 'leads.csv')
    writeFileSync(path, 'name,jobtitle\nA,CEO\n', { mode: 0o400 })
    expect((await open(path)).table.rowEstimate).toEqual({ rows: 1, exact: true })
    expect(readFileSync(path, 'utf8')).toBe('name,jobtitle\nA,CEO\n')
  })
})

describe('the sample files', () => {
  it.each([
    ['clean-all-fields.csv', 40, 'utf-8', ',', 1, []],
    ['hubspot-contacts.csv', 25, 'utf-8', ',', 1, []],
    ['salesforce-leads-report.csv', 22, 'windows-1252', ',', 1, ['encoding_guessed', 'footer_skipped']],
    ['sales-navigator-leads.csv', 20, 'utf-8', ',', 1, []],
    ['lemlist-campaign.csv', 25, 'utf-8', ',', 1, []],
    ['pipedrive-people.csv', 20, 'utf-8', ';', 1, []],
    ['excel-french-windows.csv', 14, 'windows-1252', ';', 1, ['encoding_guessed']],
    ['excel-unicode-text.csv', 12, 'utf-16le', '\t', 1, []],
    ['sep-line-and-blank-rows.csv', 9, 'utf-8', ';', 1, []],
    ['ragged-rows.csv', 15, 'utf-8', ',', 1, []],
    ['bad-numbers.csv', 15, 'utf-8', ',', 1, []],
    ['duplicate-and-unknown-headers.csv', 10, 'utf-8', ',', 1, []],
    ['no-header.csv', 12, 'utf-8', ',', 0, []],
    ['formulas-and-markup.csv', 8, 'utf-8', ',', 1, []],
    ['workbook-renamed.csv', 9, 'utf-8', ',', 1, ['opened_as_xlsx']],
  ])('%s has %i rows', async (name, rows, encoding, delimiter, header, expected) => {
    const { file, table, codes } = await open(join(fixtures, name))
    expect(table.rowEstimate).toEqual({ rows, exact: true })
    expect([file.encoding, table.dialect.delimiter, table.headerLine]).toEqual([encoding, delimiter, header])
    expect(codes).toEqual(expected)
    expect(table.questions.map(({ code }) => code)).toEqual(
      name === 'no-header.csv' ? ['header_missing'] : [],
    )
  })

  it('come with their accents', async () => {
    const { table } = await open(join(fixtures, 'excel-french-windows.csv'))
    expect(table.firstRows[2]?.[1]).toBe('Forfait Découverte – 990 €')
  })
})
