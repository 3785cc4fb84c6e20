/** Every sample file does what `fixtures/README.md` says of it: through the engine, its threads and the check of all rows. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CheckReport, DEFAULT_SETTINGS, type ImportSettings } from '../../contract/importing.ts'
import type { Engine } from '../engine.ts'
import { openTestEngine, quietly } from './fixtures/open-test-engine.ts'

const fixtures = new URL('./fixtures/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'leadlight-fixtures-'))
let engine: Engine
beforeAll(async () => {
  engine = await openTestEngine(folder)
})
afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

function check(name: string, settings: Partial<ImportSettings> = {}): Promise<CheckReport> {
  const path = new URL(name, fixtures).pathname
  return engine.checkFile(path, { ...DEFAULT_SETTINGS, ...settings }, { ...quietly(), cells: true })
}

const codes = ({ warnings }: CheckReport) => [...new Set(warnings.map(({ code }) => code))]
const messageOf = ({ warnings }: CheckReport, code: string) =>
  warnings.find((warning) => warning.code === code)?.message ?? ''
const cell = ({ cells }: CheckReport, row: number, field: string) => cells?.[row]?.[field]
const columnsOf = ({ mapping }: CheckReport) =>
  Object.fromEntries(mapping.map(({ field, header }) => [field, header]))

/** The rows of a sample as another CSV reader sees them. */
function originalRows(name: string, delimiter = ','): Record<string, string>[] {
  return parse(readFileSync(new URL(name, fixtures)), { columns: true, bom: true, delimiter })
}

const AI_FIELDS = [
  'Profile quality',
  'Engagement',
  'Decision maker',
  'Company fit',
  'Seniority',
  'Industry (AI)',
  'Kind of place',
  'Kind of work',
]

describe('the sample files', () => {
  it('are all here', () => {
    expect(readdirSync(fixtures).filter((name) => name.endsWith('.csv'))).toHaveLength(15)
  })

  it('clean-all-fields: 40 accepted, nothing to say, every value as it stands', async () => {
    const report = await check('clean-all-fields.csv')
    expect(report).toMatchObject({
      outcome: 'accept',
      rows: 40,
      accepted: 40,
      rejected: 0,
      repaired: 0,
      warnings: [],
      ignored: [],
      rejects: [],
      issues: [],
    })
    for (const [index, { linkedinurl, ...original }] of originalRows('clean-all-fields.csv').entries()) {
      const { link, ...read } = report.cells?.[index + 1] ?? {}
      const texts = Object.entries(read).map(([field, value]) => [field, String(value ?? '')])
      expect(Object.fromEntries(texts)).toEqual(original)
      expect(link).toBe(linkedinurl)
    }
  })

  it('hubspot-contacts: 25 accepted, names joined, employees in their range, missing fields named', async () => {
    const report = await check('hubspot-contacts.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 25, accepted: 25, rejected: 0 })
    const originals = originalRows('hubspot-contacts.csv')
    for (const [index, original] of originals.entries()) {
      expect(cell(report, index + 1, 'name')).toBe(`${original['First Name']} ${original['Last Name']}`)
    }
    const sizes = new Map(
      originals.map((original, index) => [
        original['Number of Employees'],
        cell(report, index + 1, 'companysize'),
      ]),
    )
    expect(Object.fromEntries(sizes)).toEqual({
      '': null,
      4: '2-10',
      9: '2-10',
      26: '11-50',
      88: '51-200',
      150: '51-200',
      340: '201-500',
      900: '501-1000',
      3100: '1001-5000',
    })
    expect(codes(report)).toEqual(['fields_missing', 'value_repaired', 'columns_ignored'])
    expect(messageOf(report, 'value_repaired')).toContain('"88" as 51-200 (row 1)')
    for (const label of AI_FIELDS) expect(messageOf(report, 'fields_missing')).toContain(label)
    expect(report.ignored).toEqual(
      expect.arrayContaining(['Record ID - Contact', 'Lifecycle Stage', 'Lead Status']),
    )
  })

  it('salesforce-leads-report: 22 accepted, no footer among them, accents right, the encoding a guess', async () => {
    const report = await check('salesforce-leads-report.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 22, accepted: 22, rejected: 0 })
    expect(codes(report)).toEqual(
      expect.arrayContaining(['encoding_guessed', 'footer_skipped', 'fields_missing']),
    )
    const names = Object.values(report.cells ?? {}).map(({ name }) => name)
    expect(names).toContain('Corentin Pélicanet')
    expect(names.join(' ')).not.toContain('salesforce')
    const companies = Object.values(report.cells ?? {}).map(({ company }) => company)
    expect(companies).toEqual(expect.arrayContaining(['Éclair & Fils', 'Atelier Boréal']))
    expect(columnsOf(report)).toMatchObject({
      jobtitle: 'Title',
      company: 'Company / Account',
      companysize: 'No. of Employees',
    })
  })

  it('sales-navigator-leads: 20 accepted with line breaks and quotes, the title and the link that opens', async () => {
    const report = await check('sales-navigator-leads.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 20, accepted: 20, rejected: 0 })
    expect(columnsOf(report)).toMatchObject({
      jobtitle: 'title',
      link: 'defaultProfileUrl',
      summary: 'summary',
    })
    expect(cell(report, 1, 'summary')).toContain(
      '\n\n• Speaks: English, French\n• Quote: "Sell the hole, not the drill."',
    )
    expect(cell(report, 1, 'jobtitle')).toBe('Customer Success Lead')
    expect(cell(report, 1, 'link')).toBe('https://www.linkedin.com/in/invented-katarina-wintersmoor-010')
    expect(messageOf(report, 'columns_ambiguous')).toContain('"defaultProfileUrl" is used')
  })

  it('lemlist-campaign: 25 accepted, what became of them feeds nothing, missing years and sizes are fine', async () => {
    const report = await check('lemlist-campaign.csv')
    expect(report).toMatchObject({
      outcome: 'warn',
      rows: 25,
      accepted: 25,
      rejected: 0,
      repaired: 0,
      issues: [],
    })
    expect(report.ignored).toEqual(expect.arrayContaining(['laststate', 'status', 'emailstatus']))
    expect(Object.values(columnsOf(report))).not.toContain('status')
    expect(codes(report)).toEqual(['fields_missing', 'columns_ignored'])
    const bare = originalRows('lemlist-campaign.csv').flatMap(({ companyfoundedon, companysize }, index) =>
      companyfoundedon === '' && companysize === '' ? [index + 1] : [],
    )
    expect(bare).toHaveLength(3)
    for (const row of bare) {
      expect([cell(report, row, 'companyfoundedon'), cell(report, row, 'companysize')]).toEqual([null, null])
    }
  })

  it('pipedrive-people: 20 accepted, «1 200» employees in their range', async () => {
    const report = await check('pipedrive-people.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 20, accepted: 20, rejected: 0 })
    expect(cell(report, 1, 'name')).toBe('Fiorella Wintersmoor')
    expect(cell(report, 1, 'company')).toBe('Harbour Lamp Studio')
    for (const [index, original] of originalRows('pipedrive-people.csv', ';').entries()) {
      const sizes = new Map([
        ['1 200', '1001-5000'],
        ['130', '51-200'],
        ['45', '11-50'],
        ['8', '2-10'],
      ])
      const written = original['Organization - Employee count']?.replace(/\s/, ' ') ?? ''
      expect(cell(report, index + 1, 'companysize')).toBe(sizes.get(written))
    }
  })

  it('excel-french-windows: 14 accepted, decimal commas read, row 3 with its signs', async () => {
    const report = await check('excel-french-windows.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 14, accepted: 14, rejected: 0, issues: [] })
    expect(codes(report)).toEqual(expect.arrayContaining(['encoding_guessed', 'number_locale']))
    expect(cell(report, 1, 'llm_engagement')).toBe(0.6)
    expect(cell(report, 2, 'llm_engagement')).toBe(0.75)
    expect(Object.values(report.cells?.[3] ?? {})).toContain('Forfait Découverte – 990 €')
  })

  it('excel-unicode-text: 12 accepted', async () => {
    const report = await check('excel-unicode-text.csv')
    expect(report).toMatchObject({ rows: 12, accepted: 12, rejected: 0, issues: [] })
    expect(cell(report, 2, 'jobtitle')).toBe('Ingénieur logiciel')
    expect(cell(report, 1, 'llm_engagement')).toBe(0.6)
  })

  it('sep-line-and-blank-rows: 9 accepted, blank rows skipped and said', async () => {
    const report = await check('sep-line-and-blank-rows.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 9, accepted: 9, rejected: 0, issues: [] })
    expect(codes(report)).toEqual(expect.arrayContaining(['rows_blank_skipped', 'number_locale']))
    expect(cell(report, 2, 'llm_engagement')).toBe(0.75)
  })

  it('ragged-rows: 12 rejected, 4 said, 15 rejected, the other 12 as they are', async () => {
    const report = await check('ragged-rows.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 15, accepted: 13, rejected: 2 })
    expect(report.rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [12, 'rows_too_long'],
      [15, 'quote_unclosed'],
    ])
    expect(report.warnings.find(({ code }) => code === 'rows_too_short')).toMatchObject({
      rows: [4],
      count: 1,
    })
    expect(cell(report, 4, 'companysize')).toBeNull()
    expect(cell(report, 9, 'companyfoundedon')).toBe(1999)
    expect(report.issues).toEqual([])
  })

  it('duplicate-and-unknown-headers: asks which of the two to use; answered, the other columns are listed', async () => {
    const report = await check('duplicate-and-unknown-headers.csv')
    expect(report).toMatchObject({ outcome: 'ask', reason: 'columns_ambiguous', rows: 10 })
    const answers = report.question?.answers ?? []
    expect(answers.map(({ option }) => option)).toEqual([
      '--map llm_quality="LLM quality"',
      '--map llm_quality=llm_quality',
    ])
    for (const [place, quality] of [70, 35].entries()) {
      const answered = await check('duplicate-and-unknown-headers.csv', {
        mapping: answers[place]?.mapping ?? null,
      })
      expect(answered).toMatchObject({ outcome: 'warn', rows: 10, accepted: 10 })
      expect(cell(answered, 1, 'llm_quality')).toBe(quality)
      expect(answered.ignored).toEqual(expect.arrayContaining(['', 'constructor']))
      expect(codes(answered)).toEqual([
        'fields_missing',
        'row_without_header',
        'header_empty',
        'columns_ignored',
      ])
    }
  })

  it('no-header: asks, and no row is lost when there is none', async () => {
    const report = await check('no-header.csv')
    expect(report).toMatchObject({ outcome: 'ask', reason: 'header_missing' })
    expect(report.message).toMatch(/first line/i)
    const unmapped = await check('no-header.csv', { read: { header: 0 } })
    expect(unmapped).toMatchObject({ outcome: 'ask', reason: 'mapping_unsure', rows: 12 })
    const mapping = [
      { column: 0, target: { kind: 'identity', name: 'name' } as const },
      { column: 2, target: { kind: 'identity', name: 'email' } as const },
      { column: 3, target: { kind: 'field', name: 'jobtitle' } as const },
    ]
    const mapped = await check('no-header.csv', { read: { header: 0 }, mapping })
    expect(mapped).toMatchObject({ outcome: 'warn', rows: 12, accepted: 12, rejected: 0 })
    expect(cell(mapped, 1, 'name')).toBe('Priscille Ashgrovian')
  })

  it('formulas-and-markup: 8 accepted, the text unchanged', async () => {
    const report = await check('formulas-and-markup.csv')
    expect(report).toMatchObject({
      outcome: 'warn',
      rows: 8,
      accepted: 8,
      rejected: 0,
      repaired: 0,
      issues: [],
    })
    for (const [index, original] of originalRows('formulas-and-markup.csv').entries()) {
      expect(cell(report, index + 1, 'company')).toBe(original.company)
      expect(cell(report, index + 1, 'jobtitle')).toBe(original.jobtitle)
    }
    const formulas = report.warnings.filter(({ code }) => code === 'formula_like')
    expect(formulas.map(({ column, rows }) => [column, rows])).toEqual([
      ['company', [1, 2, 3]],
      ['jobtitle', [2]],
    ])
  })

  it('workbook-renamed: read as the workbook it is, and said', async () => {
    const report = await check('workbook-renamed.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 9, accepted: 9, rejected: 0 })
    expect(codes(report)).toContain('opened_as_xlsx')
  })
})

describe('bad-numbers: one odd value a row', () => {
  it.each([
    [1, 'llm_quality', '130', 'value_out_of_range'],
    [5, 'llm_engagement', '60', 'value_out_of_range'],
    [6, 'llm_decision_maker', 'maybe', 'value_not_a_number'],
    [7, 'llm_company_fit', '4', 'value_out_of_range'],
    [8, 'companyfoundedon', 'founded 2012', 'value_not_a_number'],
    [11, 'llm_quality', '#REF!', 'value_not_a_number'],
    [12, 'llm_quality', '-5', 'value_out_of_range'],
  ])(
    'row %i: the cell counts as missing, and row, column and text are named',
    async (row, field, text, code) => {
      const report = await check('bad-numbers.csv')
      expect(cell(report, row, field)).toBeNull()
      const warning = report.warnings.find((candidate) => candidate.rows?.includes(row))
      expect(warning).toMatchObject({ code, rows: [row], column: field, text, count: 1 })
      expect(warning?.message).toContain(`Row ${row}, column "${field}"`)
      expect(warning?.message).toContain(text)
      expect(report.issues).toContainEqual(
        expect.objectContaining({ kind: 'missing', code, header: field, text, rows: [row] }),
      )
    },
  )

  it.each([
    [3, 'llm_quality', 75],
    [4, 'llm_engagement', 0.6],
    [9, 'companyfoundedon', 2012],
    [10, 'companysize', '11-50'],
    [13, 'llm_quality', 60],
    [15, 'llm_quality', 60],
    [2, 'llm_quality', null],
    [14, 'llm_engagement', null],
  ])('row %i: %s is %j', async (row, field, value) => {
    expect(cell(await check('bad-numbers.csv'), row, field)).toBe(value)
  })

  it('15 accepted; what was read as something else is said, what is missing or only written otherwise is not', async () => {
    const report = await check('bad-numbers.csv')
    expect(report).toMatchObject({ outcome: 'warn', rows: 15, accepted: 15, rejected: 0, repaired: 3 })
    expect(
      report.issues.filter(({ kind }) => kind === 'repaired').map(({ code, rows }) => [code, rows]),
    ).toEqual([
      ['number_locale', [4]],
      ['value_date_mangled', [9]],
      ['value_date_mangled', [10]],
    ])
    expect(report.warnings.flatMap(({ rows = [] }) => rows).sort((a, b) => a - b)).toEqual([
      1, 4, 5, 6, 7, 8, 9, 10, 11, 12,
    ])
  })
})
