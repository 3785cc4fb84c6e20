import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ColumnMapping } from '../../../contract/importing.ts'
import type { RejectedFrom } from '../../history/read-rejects.ts'
import { systemFiles } from '../../platform/files.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import { importBytes, openBundledModel, planBytes, type SomeSettings } from '../fixtures/import-in-memory.ts'
import { createAtomicFile } from './atomic-file.ts'
import { exportRejects, REASON_COLUMN } from './export-rejects.ts'

const folder = mkdtempSync(join(tmpdir(), 'leadlight-rejects-'))
let model: OpenModel
beforeAll(async () => {
  model = await openBundledModel()
})
afterAll(() => model.release())

/** Imports a text and writes what was rejected of it. */
async function rejectsOf(text: string, settings: SomeSettings = {}) {
  const { sink } = await importBytes(text, model, settings)
  const plan = planBytes(text, model, settings)
  const { fileName, filePath, headers, headerText } = plan.batch
  const from: RejectedFrom = {
    fileName,
    filePath,
    headers,
    headerText,
    settings: plan.settings,
    undone: false,
  }
  const path = join(folder, 'rejects.csv')
  const file = createAtomicFile(path, systemFiles)
  const summary = exportRejects({ from, rejects: sink.rejects, file, path })
  return { summary, text: readFileSync(path, 'utf8'), plan, sink }
}

const FILE = [
  'name;company;llm_quality;jobtitle',
  'Amaury;Iron Daisy;70;CEO;one too many',
  'Béatrix;Iron Daisy;70;CTO',
  "Corentin;=2+5;-3;'=1;x",
  'name;company;llm_quality;jobtitle',
  'Diane;Iron;Daisy;70;"Head; of Sales"',
  'Élodie;Iron Daisy;70;"never closed',
  'Fiorella;Iron Daisy;80;CFO',
  '',
].join('\n')

describe('the file of rejected rows', () => {
  it('has the original columns with the same delimiter and the reason, and nothing a spreadsheet would run', async () => {
    const { text, summary } = await rejectsOf(FILE)
    expect(summary).toEqual({ fileName: 'rejects.csv', rows: 5 })
    const lines = text.split('\r\n')
    expect(lines[0]).toBe(`\uFEFFname;company;llm_quality;jobtitle;${REASON_COLUMN}`)
    expect(lines[1]).toMatch(/^Amaury;Iron Daisy;70;CEO;one too many;.*5 cells/)
    expect(lines[2]).toMatch(/^Corentin;'=2\+5;-3;'=1;x;/)
    expect(lines[3]).toBe(lines[0]?.slice(1))
    expect(lines[4]).toMatch(/^Diane;Iron;Daisy;70;"Head; of Sales";/)
    expect(lines[5]).toMatch(/^Élodie;Iron Daisy;70;"""never closed";/)
  })

  it('is rejected as before when it comes back untouched, but for the quote that is closed now', async () => {
    const { text } = await rejectsOf(FILE)
    const { sink } = await importBytes(text, model)
    expect(sink.rejects.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'rows_too_long'],
      [2, 'rows_too_long'],
      [3, 'header_repeated'],
      [4, 'rows_too_long'],
    ])
    expect(sink.leads.map(({ name }) => name)).toEqual(['Élodie'])
  })

  it('is accepted when its cells are put right; the reason is no column of a lead', async () => {
    const { text, plan } = await rejectsOf(FILE)
    const repaired = text
      .replace('CEO;one too many', 'CEO')
      .replace("-3;'=1;x;", "3;'=1;")
      .replace('Iron;Daisy;70', 'Iron Daisy;70')
      .replace('"""never closed"', 'COO')
    const { summary, sink } = await importBytes(repaired, model)
    expect(summary).toMatchObject({ accepted: 4, rejected: 1 })
    expect(sink.leads.map(({ name, company }) => [name, company])).toEqual([
      ['Amaury', 'Iron Daisy'],
      ['Corentin', '=2+5'],
      ['Diane', 'Iron Daisy'],
      ['Élodie', 'Iron Daisy'],
    ])
    const again = planBytes(repaired, model)
    expect(again.mapping.map(({ column }) => column)).toEqual([0, 1, 2, 3])
    expect(again.batch.headerSignature).toBe(plan.batch.headerSignature)
  })

  it('of a table without column names can be read as that table was', async () => {
    const mapping: ColumnMapping = [
      { column: 0, target: { kind: 'identity', name: 'name' } },
      { column: 1, target: { kind: 'field', name: 'jobtitle' } },
    ]
    const settings = { read: { header: 0 }, mapping }
    const { text, plan } = await rejectsOf('Ada,CEO\nBo,CTO,x\nCy,CFO\n', settings)
    expect(text.split('\r\n')[0]).toBe(`\uFEFFColumn 1,Column 2,${REASON_COLUMN}`)
    expect(planBytes(text, model, { mapping }).batch.headerSignature).toBe(plan.batch.headerSignature)
  })

  it('is not written when nothing was rejected', async () => {
    await expect(rejectsOf('name,jobtitle\nAda,CEO\n')).rejects.toThrow(/No row/)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})
