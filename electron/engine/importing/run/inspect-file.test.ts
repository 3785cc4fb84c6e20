import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../../contract/importing.ts'
import { bundledManifest } from '../fixtures/bundled-manifest.ts'
import { openByteSource } from '../source/byte-source.ts'
import { openBytes } from '../source/open-text.ts'
import { describeFile } from './inspect-file.ts'
import { planImport } from './plan-import.ts'

const { fields } = bundledManifest()
const inspect = (content: string | Uint8Array) => {
  const file = openBytes(Buffer.from(content), {}, 'my leads.csv')
  return describeFile(file, planImport(file, DEFAULT_SETTINGS, { fields }), fields, null)
}
const inspectFixture = (name: string) =>
  inspect(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)))

describe('inspecting a file', () => {
  it('describes a clean file with nothing to say', () => {
    const inspection = inspectFixture('clean-all-fields.csv')
    expect(inspection).toMatchObject({
      fileName: 'my leads.csv',
      bytes: 16_605,
      encoding: 'utf-8',
      delimiter: ',',
      rows: 40,
      rowsExact: true,
      missingFields: [],
      warnings: [],
    })
    expect(inspection.columns).toHaveLength(23)
    expect(inspection.columns[4]).toEqual({
      index: 4,
      header: 'llm_quality',
      samples: ['70', '90', '55', '80', '55'],
      target: { kind: 'field', name: 'llm_quality' },
      matched: 'name',
    })
  })

  it('names what the model has to do without', () => {
    const { missingFields, warnings } = inspectFixture('pipedrive-people.csv')
    expect(missingFields).toContain('llm_quality')
    expect(missingFields).not.toContain('jobtitle')
    expect(warnings.map(({ code }) => code)).toEqual(['fields_missing', 'columns_ignored'])
  })

  it('shows the first values that are there, cut to 80 characters', () => {
    const [column] = inspect(`jobtitle,name\n,A\n  ,B\nCEO,C\n${'é'.repeat(100)},D\n`).columns
    expect(column?.samples).toEqual(['CEO', `${'é'.repeat(80)}…`])
  })

  it('estimates the rows of a long file from its beginning', () => {
    const { rows, rowsExact } = inspect(`name,jobtitle\n${'Amaury Velvetreed,Directeur\n'.repeat(100_000)}`)
    expect(rowsExact).toBe(false)
    expect(rows).toBeGreaterThan(99_000)
    expect(rows).toBeLessThan(101_000)
  })

  it('lets a table with unknown column names be mapped by hand, but no plain text', () => {
    expect(inspect('名前,役職\n山田,部長\n').columns.map(({ target }) => target)).toEqual([null, null])
    expect(() => inspect('Dear all\nplease call\n')).toThrow(/one column/)
  })

  it('asks whether a first line that looks like a lead is one, and meanwhile takes it for one', () => {
    const { questions, header, rows, columns, settings } = inspectFixture('no-header.csv')
    expect(questions[0]).toMatchObject({
      code: 'header_missing',
      answers: [{ option: '--header none', read: { header: 0 } }, { option: '--header 1' }],
    })
    expect([header, rows, columns[0]?.header]).toEqual([0, 12, 'Column 1'])
    expect(settings.read.header).toBe(0)
  })

  it('shows the first 20 rows, one text per column, cut to 200 characters', () => {
    const rows = Array.from({ length: 30 }, (_, row) => `N${row},${'x'.repeat(300)}\n`)
    const { preview } = inspect(`name,jobtitle,summary\n${rows.join('')}`)
    expect(preview).toHaveLength(20)
    expect(preview[19]).toEqual(['N19', `${'x'.repeat(200)}…`, ''])
  })

  it('gives settings with which the file is read the same again', () => {
    for (const name of ['pipedrive-people.csv', 'salesforce-leads-report.csv', 'excel-unicode-text.csv']) {
      const bytes = readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
      const first = inspect(bytes)
      const again = openBytes(bytes, first.settings.read, 'my leads.csv')
      const { table, settings, mapping } = planImport(again, first.settings, { fields })
      expect(settings).toEqual(first.settings)
      expect(mapping).toEqual(first.settings.mapping)
      expect(table.headers).toEqual(first.columns.map(({ header }) => header))
      expect(table.rowEstimate.rows).toBe(first.rows)
    }
  })

  it('refuses a header without rows', () => {
    expect(() => inspect('name,jobtitle\n')).toThrow(/no rows/)
  })
})

describe('opening a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-inspect-'))

  it.each([
    ['a missing file', join(folder, 'none.csv'), /There is no file "none.csv"/],
    ['a path below a file', join(import.meta.filename, 'leads.csv'), /There is no file "leads.csv"/],
    ['a folder', folder, /is a folder/],
    ['a device', '/dev/null', /is not a file/],
  ])('refuses %s', (_, path, sentence) => {
    expect(() => openByteSource(path)).toThrow(sentence)
  })

  it('refuses an empty file', () => {
    const path = join(folder, 'empty.csv')
    writeFileSync(path, '')
    expect(() => openByteSource(path)).toThrow(/is empty/)
  })
})
