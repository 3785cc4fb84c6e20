import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type ImportProgress } from '../../../contract/importing.ts'
import { Refusal } from '../../../contract/result.ts'
import { systemFiles } from '../../platform/files.ts'
import { readBundle } from '../../registry/read-bundle.ts'
import { type OpenModel, openModel } from '../../scoring/open-model.ts'
import { createAtomicFile } from '../files/atomic-file.ts'
import { createRecordingSink, type RecordingSink } from '../fixtures/recording-sink.ts'
import { memorySource } from '../source/byte-source.ts'
import { type ImportRequest, runImport } from './run-import.ts'

const fixtures = new URL('../fixtures/', import.meta.url)
let model: OpenModel
beforeAll(async () => {
  model = await openModel(
    readBundle(new URL('../../../../resources/model', import.meta.url).pathname, systemFiles),
  )
})
afterAll(() => model.release())

/** A clock that goes on by 10 ms whenever it is read. */
function tickingClock() {
  let us = 0
  return {
    nowMs: () => 0,
    elapsedUs: () => {
      us += 10_000
      return us
    },
  }
}

async function importFile(content: string | Uint8Array, options: Partial<ImportRequest> = {}) {
  const sink = createRecordingSink()
  const progress: ImportProgress[] = []
  const summary = await runImport({
    source: memorySource(Buffer.from(content)),
    settings: DEFAULT_SETTINGS,
    job: 'job',
    model,
    sink,
    clock: tickingClock(),
    outFile: null,
    cancelled: () => false,
    onProgress: (step) => progress.push(step),
    ...options,
  })
  return { summary, sink, progress }
}

const importFixture = (name: string) => importFile(readFileSync(new URL(name, fixtures)))
const codes = (findings: readonly { readonly code: string }[]) => [
  ...new Set(findings.map(({ code }) => code)),
]
const valueIn = (sink: RecordingSink, row: number, field: string) => {
  const lead = sink.leads.find((candidate) => candidate.row === row)
  return lead?.values[model.manifest.fields.findIndex(({ name }) => name === field)]
}
const reasons = (sink: RecordingSink) =>
  Object.fromEntries(sink.rejects.map(({ row, reason }) => [row, reason]))

async function refusalOf(content: string | Uint8Array, options: Partial<ImportRequest> = {}) {
  const sink = createRecordingSink()
  try {
    await importFile(content, { ...options, sink })
  } catch (error) {
    if (error instanceof Refusal) return { ...error.error, sink }
    throw error
  }
  throw new Error('it was not refused')
}

describe('the sample files', () => {
  it('clean-all-fields: 40 leads and nothing to say', async () => {
    const { summary, sink } = await importFixture('clean-all-fields.csv')
    expect(summary).toMatchObject({
      rows: 40,
      accepted: 40,
      rejected: 0,
      repaired: 0,
      warnings: [],
      rejects: [],
    })
    expect(sink.leads.map(({ row }) => row)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
    expect(sink.leads[2]).toMatchObject({
      name: 'Corentin Pélicanet',
      company: 'Delta Marmalade',
      email: 'corentin.pelicanet2@example.com',
      link: 'https://www.linkedin.com/in/invented-corentin-pelicanet-002',
    })
    expect(valueIn(sink, 1, 'llm_quality')).toBe(70)
    expect(valueIn(sink, 1, 'skills')).toBe('SEO, Content, Analytics')
  })

  it('hubspot-contacts: 25 leads with their names joined, sizes in their range, missing fields named', async () => {
    const { summary, sink } = await importFixture('hubspot-contacts.csv')
    expect(summary).toMatchObject({ rows: 25, accepted: 25 })
    expect(sink.leads[0]?.name).toBe('Amaury Velvetreed')
    expect(valueIn(sink, 1, 'companysize')).toBe('51-200')
    expect(codes(summary.warnings)).toEqual(['columns_ignored', 'fields_missing', 'value_repaired'])
    expect(summary.warnings.find(({ code }) => code === 'columns_ignored')?.message).toContain('Lead Status')
  })

  it('lemlist-campaign: 25 leads, and what became of them is not used', async () => {
    const { summary } = await importFixture('lemlist-campaign.csv')
    expect(summary).toMatchObject({ rows: 25, accepted: 25, rejected: 0 })
    expect(summary.warnings.find(({ code }) => code === 'columns_ignored')?.message).toContain(
      '"laststate", "status"',
    )
  })

  it('sales-navigator-leads: 20 leads with their line breaks and quotes', async () => {
    const { summary, sink } = await importFixture('sales-navigator-leads.csv')
    expect(summary).toMatchObject({ rows: 20, accepted: 20 })
    expect(valueIn(sink, 1, 'summary')).toContain(
      '\n\n• Speaks: English, French\n• Quote: "Sell the hole, not the drill."',
    )
    expect(valueIn(sink, 1, 'jobtitle')).toBe('Customer Success Lead')
  })

  it('pipedrive-people: 20 leads; sizes it cannot read are said', async () => {
    const { summary, sink } = await importFixture('pipedrive-people.csv')
    expect(summary).toMatchObject({ rows: 20, accepted: 20 })
    expect(sink.leads[0]).toMatchObject({ name: 'Fiorella Wintersmoor', company: 'Harbour Lamp Studio' })
    expect(summary.warnings.find(({ code }) => code === 'value_not_allowed')?.text).toBe('1 200')
  })

  it('ragged-rows: 12 and 15 rejected, 4 said, the other 12 as they are', async () => {
    const { summary, sink } = await importFixture('ragged-rows.csv')
    expect(summary).toMatchObject({ rows: 15, accepted: 13, rejected: 2 })
    expect(reasons(sink)).toEqual({ 12: 'rows_too_long', 15: 'quote_unclosed' })
    expect(summary.warnings.find(({ code }) => code === 'rows_too_short')?.rows).toEqual([4])
    expect(sink.rejects[0]?.text).toMatch(/^[^\n]*,[^\n]*$/)
  })

  it('bad-numbers: no bad cell becomes a number; missing values are missing', async () => {
    const { summary, sink } = await importFixture('bad-numbers.csv')
    expect(summary.accepted + summary.rejected).toBe(15)
    for (const row of [1, 5, 6, 7, 8, 11, 12]) expect(reasons(sink)).toHaveProperty(String(row))
    expect(valueIn(sink, 2, 'llm_quality')).toBeNull()
    expect(valueIn(sink, 14, 'llm_engagement')).toBeNull()
    expect(valueIn(sink, 15, 'llm_quality')).toBe(60)
    expect(valueIn(sink, 10, 'companysize')).toBe('11-50')
    expect(summary.repaired).toBe(1)
  })

  it('duplicate-and-unknown-headers: the first of two columns is kept and said, the others are listed', async () => {
    const { summary, sink } = await importFixture('duplicate-and-unknown-headers.csv')
    expect(summary.accepted).toBe(10)
    expect(valueIn(sink, 1, 'llm_quality')).toBe(70)
    expect(codes(summary.warnings)).toEqual([
      'header_empty',
      'columns_ambiguous',
      'columns_ignored',
      'fields_missing',
    ])
  })

  it('formulas-and-markup: 8 leads, the text unchanged', async () => {
    const { summary, sink } = await importFixture('formulas-and-markup.csv')
    expect(summary.accepted).toBe(8)
    expect(sink.leads.map(({ company }) => company)).toEqual([
      '=2+5',
      '@Home Invented',
      '-- Dash & Co',
      '<b>Bold Ltd</b>',
      "O'Malleyish; DROP TABLE t",
      '🍊 Orange Peel',
      '../../secret',
      'شركة خيالية',
    ])
  })

  it('sep-line-and-blank-rows: 9 rows, blank ones skipped and said', async () => {
    const { summary } = await importFixture('sep-line-and-blank-rows.csv')
    expect(summary.rows).toBe(9)
    expect(summary.accepted + summary.rejected).toBe(9)
    expect(codes(summary.warnings)).toContain('rows_blank_skipped')
  })

  it.each([
    ['no-header.csv', 'header_missing'],
    ['workbook-renamed.csv', 'not_csv_xlsx'],
    ['excel-unicode-text.csv', 'encoding_unsupported'],
    ['excel-french-windows.csv', 'encoding_unsupported'],
    ['salesforce-leads-report.csv', 'encoding_unsupported'],
  ])('%s is refused (%s) before anything is stored', async (name, code) => {
    const refusal = await refusalOf(readFileSync(new URL(name, fixtures)))
    expect(refusal.code).toBe(code)
    expect(refusal.sink.opened).toEqual([])
  })

  it('covers every sample', () => {
    expect(readdirSync(fixtures).filter((name) => name.endsWith('.csv'))).toHaveLength(15)
  })
})

describe('rows that are no leads', () => {
  it('rejects what cannot be read, with column and value, and keeps the text', async () => {
    const { sink } = await importFile('name,llm_quality,jobtitle\nAmaury,130,CEO\nBéatrix,70,CTO\n')
    expect(sink.rejects).toEqual([
      {
        row: 1,
        reason: 'value_out_of_range',
        message: 'Profile quality must be between 0 and 100; it is 130.',
        text: 'Amaury,130,CEO',
      },
    ])
    expect(sink.leads.map(({ row, name }) => [row, name])).toEqual([[2, 'Béatrix']])
  })

  it('rejects rows with bytes that are no UTF-8 or no text, wherever the file is cut', async () => {
    const lines = Array.from({ length: 40_000 }, (_, row) => `Name é${row},${'CEO '.repeat(10)}`)
    lines[30_000] = 'Name \u0001,CEO'
    lines[30_001] = 'Name \u0002,CEO'
    const bytes = Buffer.from(`name,jobtitle\n${lines.join('\n')}\n`)
    bytes[bytes.indexOf(1)] = 0xe9
    bytes[bytes.indexOf(2)] = 0
    const { summary, sink } = await importFile(bytes)
    expect(summary).toMatchObject({ rows: 40_000, accepted: 39_998, rejected: 2 })
    expect(reasons(sink)).toEqual({ 30001: 'encoding_invalid_bytes', 30002: 'not_text' })
  })

  it('rejects a file that ends inside a character at that row', async () => {
    const bytes = Buffer.from('name,jobtitle\nAmaury,CEO\nBéatrix,Élue')
    const { sink } = await importFile(Buffer.concat([bytes, Buffer.from([0xc3])]))
    expect(reasons(sink)).toEqual({ 2: 'encoding_invalid_bytes' })
  })

  it('rejects a repeated header, a line of text below the table, and a name that is too long', async () => {
    const { sink } = await importFile(
      `name,company,jobtitle\nA,B,CEO\nname,company,jobtitle\n${'x'.repeat(301)},B,CEO\nConfidential information\n`,
    )
    expect(reasons(sink)).toEqual({ 2: 'header_repeated', 3: 'text_too_long', 4: 'rows_too_short' })
  })

  it('bounds what it gathers when every row is rejected', async () => {
    const { summary, sink } = await importFile(`name,llm_quality\n${'A,word\n'.repeat(30_000)}`)
    expect(summary).toMatchObject({ rows: 30_000, accepted: 0, rejected: 30_000 })
    expect(summary.rejects).toHaveLength(100)
    expect(Math.max(...sink.groups.map(({ rejects }) => rejects.length))).toBeLessThanOrEqual(8192)
  })
})

describe('groups and checkpoints', () => {
  it('a checkpoint stands where exactly the rows before it are handed over', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      row % 7 === 0 ? `N${row},word,CEO` : `N${row},70,CEO`,
    )
    const file = `name,llm_quality,jobtitle\n${rows.join('\n')}\n`
    const { sink } = await importFile(file)
    let accepted = 0
    let rejected = 0
    for (const { chunks, rejects, checkpoint } of sink.groups) {
      accepted += chunks.reduce((sum, { count }) => sum + count, 0)
      rejected += rejects.length
      expect(checkpoint).toMatchObject({ rows: accepted + rejected, accepted, rejected })
      expect(file.slice(0, checkpoint.byteOffset).split('\n')).toHaveLength(checkpoint.rows + 2)
    }
    expect(sink.groups.length).toBeGreaterThan(1)
    expect(accepted + rejected).toBe(20_000)
  })

  it('says about ten times a second how far it is', async () => {
    const { progress, summary } = await importFile(`name,llm_quality\n${'A,70\n'.repeat(100_000)}`)
    const scoring = progress.filter(({ phase }) => phase === 'scoring')
    expect(scoring.length).toBeGreaterThan(5)
    expect(progress.at(-1)).toMatchObject({
      phase: 'ranking',
      rows: 100_000,
      bytesRead: 500_017,
      bytesTotal: 500_017,
    })
    for (const { rows, accepted, rejected } of progress) expect(rows).toBe(accepted + rejected)
    // The clock of this test moves 10 ms at every look.
    expect(progress.length).toBeLessThan(summary.seconds * 11)
  })

  it('stops when it is told to, keeps what was read, and says so', async () => {
    let looks = 0
    const { summary, sink } = await importFile(`name,llm_quality\n${'A,70\n'.repeat(100_000)}`, {
      cancelled: () => ++looks > 100,
    })
    expect(summary.cancelled).toBe(true)
    expect(summary.rows).toBeGreaterThan(0)
    expect(summary.rows).toBeLessThan(100_000)
    expect(summary.accepted).toBe(sink.leads.length)
    expect(sink.ended).toMatchObject([{ state: 'cancelled' }])
  })

  it.each([0, 1, 100])(
    'stopped at look %i, it leaves no scored copy and an old one as it was',
    async (looks) => {
      const folder = mkdtempSync(join(tmpdir(), 'leadlight-run-'))
      const content = `name,llm_quality\n${'A,70\n'.repeat(100_000)}`
      const start = async (name: string) => {
        let looked = 0
        const outFile = createAtomicFile(join(folder, name), systemFiles)
        const { summary } = await importFile(content, { outFile, cancelled: () => looked++ >= looks })
        expect(summary.cancelled).toBe(true)
      }
      await start('new.csv')
      expect(readdirSync(folder)).toEqual([])
      writeFileSync(join(folder, 'old.csv'), 'old')
      await start('old.csv')
      expect(readdirSync(folder)).toEqual(['old.csv'])
      expect(readFileSync(join(folder, 'old.csv'), 'utf8')).toBe('old')
    },
  )

  it('cancelled before the first row, it is an empty batch', async () => {
    const { summary } = await importFile('name,llm_quality\nA,70\n', { cancelled: () => true })
    expect(summary).toMatchObject({ batch: 1, cancelled: true, rows: 0, accepted: 0, rejected: 0 })
  })

  it('refuses a file with a cell over 1 MB, and leaves no trace when nothing was handed over', async () => {
    const refusal = await refusalOf(`name,jobtitle\nA,CEO\nB,"${'x'.repeat(2 ** 21)}"\n`)
    expect(refusal.code).toBe('too_large')
    expect(refusal.sink.opened).toEqual([])
  })

  it('says what stays when a limit is met late in the file', async () => {
    const refusal = await refusalOf(`name,jobtitle\n${'A,CEO\n'.repeat(20_000)}B,"${'x'.repeat(2 ** 21)}"\n`)
    expect(refusal.code).toBe('too_large')
    expect(refusal.message).toContain('20,000 leads before it stay in the history as batch 1')
    expect(refusal.sink.leads).toHaveLength(20_000)
    expect(refusal.sink.ended).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('mappings', () => {
  it('takes the given one', async () => {
    const mapping = [{ column: 1, target: { kind: 'field', name: 'llm_quality' } as const }]
    const { sink } = await importFile('llm_quality,Punkte\n1,70\n', {
      settings: { ...DEFAULT_SETTINGS, mapping },
    })
    expect(valueIn(sink, 1, 'llm_quality')).toBe(70)
  })

  it.each([
    ['no_known_columns', 'foo,bar\n1a,2b\n', null],
    ['no_model_columns', 'name,email\nA,a@example.com\n', null],
    ['no_rows', 'name,jobtitle\n', null],
    ['no_rows', 'name,jobtitle\n,,\n\n', null],
    ['empty_file', '  \n', null],
    ['field_unknown', 'name,x\nA,1\n', [{ column: 1, target: { kind: 'field', name: 'x' } }]],
    ['mapping_unsure', 'name,jobtitle\nA,B\n', [{ column: 2, target: { kind: 'field', name: 'jobtitle' } }]],
  ] as const)('refuses: %s', async (code, file, mapping) => {
    expect(
      (await refusalOf(file, { settings: { ...DEFAULT_SETTINGS, mapping: mapping && [...mapping] } })).code,
    ).toBe(code)
  })
})

describe('whatever the bytes', () => {
  const someFile = fc
    .tuple(
      fc.constantFrom(
        'name,jobtitle,llm_quality\n',
        'name;company;industry;jobtitle\r\n',
        '\uFEFFjobtitle\temail\n',
      ),
      fc.array(
        fc.constantFrom('a', ',', ';', '\t', '"', '\n', '\r', '70', 'é', ' ', '=', "'", '\0', '\xff'),
        { maxLength: 200 },
      ),
    )
    .map(([header, rest]) => Buffer.concat([Buffer.from(header), Buffer.from(rest.join(''), 'latin1')]))

  it('every row is accepted or rejected, or the file is refused in a sentence', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(someFile, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        try {
          const { summary, sink } = await importFile(bytes)
          expect(summary.accepted + summary.rejected).toBe(summary.rows)
          expect([sink.leads.length, sink.rejects.length]).toEqual([summary.accepted, summary.rejected])
          const rows = [...sink.leads, ...sink.rejects].map(({ row }) => row).sort((a, b) => a - b)
          expect(rows).toEqual(Array.from({ length: summary.rows }, (_, index) => index + 1))
          for (const { score } of sink.leads) expect(score).toBeGreaterThanOrEqual(0)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          expect(error instanceof Refusal && error.message).toMatch(/\.$/)
        }
      }),
      { numRuns: 400 },
    )
  })
})
