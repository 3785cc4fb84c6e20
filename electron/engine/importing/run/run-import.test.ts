import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../../../contract/result.ts'
import { systemFiles } from '../../platform/files.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import { createAtomicFile } from '../files/atomic-file.ts'
import { rowsAsRead } from '../files/scored-rows.ts'
import {
  type Content,
  importBytes,
  openBundledModel,
  refusalOfImport,
  type SomeSettings,
} from '../fixtures/import-in-memory.ts'
import type { RecordingSink } from '../fixtures/recording-sink.ts'
import type { ImportRequest } from './run-import.ts'

let model: OpenModel
beforeAll(async () => {
  model = await openBundledModel()
})
afterAll(() => model.release())

const importFile = (
  content: Content,
  settings?: SomeSettings,
  options?: Partial<Omit<ImportRequest, 'sink'>>,
) => importBytes(content, model, settings, options)
const refusalOf = (content: Content, settings?: SomeSettings) => refusalOfImport(content, model, settings)
const valueIn = (sink: RecordingSink, row: number, field: string) => {
  const lead = sink.leads.find((candidate) => candidate.row === row)
  return lead?.values[model.manifest.fields.findIndex(({ name }) => name === field)]
}
const reasons = (sink: RecordingSink) =>
  Object.fromEntries(sink.rejects.map(({ row, reason }) => [row, reason]))

describe('rows that are no leads', () => {
  it('are kept as they stand, with their number and the reason', async () => {
    const { sink } = await importFile('name,llm_quality,jobtitle\nAmaury,70,CEO,Paris\nBéatrix,70,CTO\n')
    expect(sink.rejects).toEqual([
      {
        row: 1,
        reason: 'rows_too_long',
        message: expect.stringContaining('4 cells'),
        text: 'Amaury,70,CEO,Paris',
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
    expect(summary.warnings).toContainEqual(
      expect.objectContaining({ code: 'encoding_invalid_bytes', rows: [30_001], count: 1 }),
    )
  })

  it('rejects a file that ends inside a character at that row', async () => {
    const bytes = Buffer.from('name,jobtitle\nAmaury,CEO\nBéatrix,Élue')
    const { sink } = await importFile(Buffer.concat([bytes, Buffer.from([0xc3])]))
    expect(reasons(sink)).toEqual({ 2: 'encoding_invalid_bytes' })
  })

  it('rejects a repeated header and a line of text between rows', async () => {
    const { sink } = await importFile(
      'name,company,jobtitle\nA,B,CEO\nname,company,jobtitle\nConfidential information\nC,D,CTO\n',
    )
    expect(reasons(sink)).toEqual({ 2: 'header_repeated', 3: 'rows_too_short' })
  })

  it('takes a lead without a name that is too long, and says so', async () => {
    const { sink } = await importFile(`name,company,jobtitle\n${'x'.repeat(301)},B,CEO\n`)
    expect(sink.leads).toMatchObject([{ name: null, company: 'B' }])
    expect(sink.findings).toContainEqual(
      expect.objectContaining({ code: 'text_too_long', column: 'name', rows: [1] }),
    )
  })

  it('bounds what it gathers when every row is rejected', async () => {
    const { summary, sink } = await importFile(`name,llm_quality\n${'A,70,too many\n'.repeat(30_000)}`)
    expect(summary).toMatchObject({ rows: 30_000, accepted: 0, rejected: 30_000 })
    expect(summary.rejects).toHaveLength(100)
    expect(Math.max(...sink.groups.map(({ rejects }) => rejects.length))).toBeLessThanOrEqual(8192)
  })
})

describe('groups and checkpoints', () => {
  it('bounds the bytes that long rejected rows take on their way', async () => {
    const rejected = `A,70,${'x'.repeat(900_000)}\n`.repeat(30)
    const { sink, summary } = await importFile(`name,llm_quality\n${rejected}`)
    expect(summary).toMatchObject({ rows: 30, rejected: 30 })
    const bytes = sink.groups.map(({ rejects }) => rejects.reduce((sum, { text }) => sum + text.length, 0))
    expect(Math.max(...bytes)).toBeLessThan(9 * 1024 ** 2)
  })

  it('a group says again what is to be said only where that has changed', async () => {
    const rows = Array.from({ length: 8000 }, (_, row) => (row === 5000 ? 'A,much' : 'A,70'))
    const { sink } = await importFile(`name,llm_quality\n${rows.join('\n')}\n`)
    const said = sink.groups.map(({ findings, state }) => [findings !== null, state !== null])
    expect(said[0]).toEqual([true, true])
    expect(said.filter(([findings]) => findings)).toHaveLength(2)
    for (const [findings, state] of said) expect(state).toBe(findings)
    const lastSaid = sink.groups.findLast(({ findings }) => findings !== null)
    expect(lastSaid?.findings?.map(({ code }) => code)).toContain('value_not_a_number')
  })

  it('a checkpoint stands where exactly the rows before it are handed over', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) =>
      row % 7 === 0 ? `N${row},70,CEO,too many` : `N${row},70,CEO`,
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
    const { summary, sink } = await importFile(
      `name,llm_quality\n${'A,70\n'.repeat(100_000)}`,
      {},
      {
        cancelled: () => ++looks > 100,
      },
    )
    expect(summary.cancelled).toBe(true)
    expect(summary.rows).toBeGreaterThan(0)
    expect(summary.rows).toBeLessThan(100_000)
    expect(summary.accepted).toBe(sink.leads.length)
    expect(sink.ended).toMatchObject([{ state: 'cancelled' }])
  })

  it.each([1, 100])(
    'stopped at look %i, it leaves no scored copy and an old one as it was',
    async (looks) => {
      const folder = mkdtempSync(join(tmpdir(), 'leadlight-run-'))
      const content = `name,llm_quality\n${'A,70\n'.repeat(100_000)}`
      const start = async (name: string) => {
        let looked = 0
        const outFile = rowsAsRead(createAtomicFile(join(folder, name), systemFiles))
        const { summary } = await importFile(content, {}, { outFile, cancelled: () => looked++ >= looks })
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

  it('cancelled before the first row, it leaves nothing', async () => {
    const refusal = await refusalOfImport('name,llm_quality\nA,70\n', model, {}, { cancelled: () => true })
    expect(refusal.code).toBe('cancelled')
    expect(refusal.sink.opened).toEqual([])
  })

  it('refuses a file with a cell over 1 MB, and leaves no trace when nothing was handed over', async () => {
    const refusal = await refusalOf(`name,jobtitle\nA,CEO\nB,"${'x'.repeat(2 ** 21)}"\n`)
    expect(refusal.code).toBe('too_large')
    expect(refusal.sink.opened).toEqual([])
  })

  it('says what stays when a limit is met late in the file', async () => {
    const refusal = await refusalOf(`name,jobtitle\n${'A,CEO\n'.repeat(20_000)}B,"${'x'.repeat(2 ** 21)}"\n`)
    expect(refusal.code).toBe('too_large')
    expect(refusal.message).toContain('20,000 leads of the file stay in the history as import 1')
    expect(refusal.sink.leads).toHaveLength(20_000)
    expect(refusal.sink.ended).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('mappings', () => {
  it('takes the given one', async () => {
    const mapping = [{ column: 1, target: { kind: 'field', name: 'llm_quality' } as const }]
    const { sink } = await importFile('llm_quality,Punkte\n1,70\n', { mapping })
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
    expect((await refusalOf(file, { mapping: mapping && [...mapping] })).code).toBe(code)
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
