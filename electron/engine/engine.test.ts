import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../contract/importing.ts'
import { NOBODY } from '../contract/lead.ts'
import type { EngineOptions } from './engine-options.ts'
import { newTestEngines, quietly, type TestEngines } from './importing/fixtures/open-test-engine.ts'

const resourcesDir = join(import.meta.dirname, '../../resources')
const sample = join(resourcesDir, 'samples/leads-50.csv')
const ada = { ...NOBODY, name: 'Ada Invented' }

let engines: TestEngines
beforeEach(() => {
  engines = newTestEngines()
  return engines.close
})
const open = (options?: Partial<EngineOptions>) => engines.open(options)
const refusedWith = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) })

describe('the engine', () => {
  test('scores, stores, lists and shows a lead, and a later engine still has it', async () => {
    const first = await open()
    const fields = { jobtitle: 'Sales Director', llm_quality: 70 }
    const preview = await first.previewLead(fields)
    const saved = await first.saveLead(fields, ada)
    expect(saved.score).toBe(preview.score)
    await first.importFile(sample, DEFAULT_SETTINGS, quietly())
    const before = await first.listLeads({ order: 'best', limit: 100 })
    expect(before.total).toBe(51)
    await first.close()

    const second = await open({ access: 'read' })
    expect(await second.listLeads({ order: 'best', limit: 100 })).toEqual(before)
    expect(await second.getLead(saved.id)).toMatchObject({ ...ada, fields, fileName: null })
    expect(await second.overview()).toMatchObject({
      predictions: 51,
      batches: [{ fileName: 'leads-50.csv', state: 'done' }],
    })
    expect(await second.health()).toMatchObject({
      predictions: 51,
      batches: 1,
      operations: { total: 2, failed: 0 },
    })
  })

  test('gives an imported lead the score it gets alone', async () => {
    const engine = await open()
    await engine.importFile(sample, DEFAULT_SETTINGS, quietly())
    const { rows } = await engine.listLeads({ order: 'best', limit: 50 })
    for (const row of rows) {
      const { fields } = await engine.getLead(row.id)
      expect((await engine.previewLead(fields)).score).toBe(row.score)
    }
  })

  test('exports what the list shows', async () => {
    const engine = await open()
    await engine.importFile(sample, DEFAULT_SETTINGS, quietly())
    const path = join(engines.folder, 'out.csv')
    const options = { signal: new AbortController().signal }
    expect(
      await engine.exportLeads({ order: 'best', bands: ['hot', 'warm', 'cold'] }, path, options),
    ).toEqual({
      fileName: 'out.csv',
      rows: 50,
    })
    expect((await engine.inspectFile(path, DEFAULT_SETTINGS)).columns.map(({ header }) => header)).toContain(
      'score',
    )
  })

  test('finds nothing wrong with a fresh installation', async () => {
    const engine = await open()
    await engine.saveLead({}, ada)
    const checks = await engine.doctor()
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(checks.map(({ check }) => check)).toEqual([
      'data folder',
      'free space',
      'lock',
      'history',
      'model files',
      'scoring',
    ])
    expect(checks.find(({ check }) => check === 'lock')?.message).toMatch(/open with this folder/)
  })
})

test('doctor finds that a file, or a folder below one, cannot be the data folder', async () => {
  const file = join(engines.folder, 'letter')
  writeFileSync(file, 'invented')
  for (const dataDir of [file, join(file, 'x', 'y')]) {
    const engine = await open({ access: 'read', dataDir })
    const [check] = await engine.doctor()
    expect(check).toEqual({
      check: 'data folder',
      ok: false,
      message: `${file} is not a folder. Choose another data folder.`,
    })
  }
})

describe('reading', () => {
  test('works while another engine writes, which a second writer may not', async () => {
    const writer = await open()
    await writer.saveLead({}, ada)
    const reader = await open({ access: 'read' })
    expect((await reader.listLeads({ order: 'newest', limit: 10 })).total).toBe(1)
    await expect(reader.saveLead({}, ada)).rejects.toEqual(refusedWith('read_only'))
    await expect(reader.importFile(sample, DEFAULT_SETTINGS, quietly())).rejects.toEqual(
      refusedWith('read_only'),
    )
    await expect(open()).rejects.toEqual(refusedWith('data_folder_in_use'))
  })

  test('where there is no history finds nothing, scores, and leaves nothing behind', async () => {
    const reader = await open({ access: 'read' })
    expect(await reader.listLeads({ order: 'best', limit: 10 })).toEqual({ rows: [], next: null, total: 0 })
    expect(await reader.overview()).toMatchObject({ predictions: 0, batches: [] })
    expect(await reader.health()).toMatchObject({ predictions: 0, databaseBytes: 0 })
    expect((await reader.previewLead({})).score).toBeGreaterThan(0)
    await expect(reader.getLead(1)).rejects.toEqual(refusedWith('lead_unknown'))
    expect((await reader.doctor()).filter(({ ok }) => !ok)).toEqual([])
    expect(readdirSync(engines.folder)).toEqual([])
  })
})

describe('an import', () => {
  test('refuses a file that is not there and leaves no batch', async () => {
    const engine = await open()
    await expect(
      engine.importFile(join(engines.folder, 'none.csv'), DEFAULT_SETTINGS, quietly()),
    ).rejects.toThrow('none.csv')
    expect(await engine.overview()).toMatchObject({ batches: [] })
  })

  test('can be cancelled: what was stored stays, listed', async () => {
    const engine = await open()
    const abort = new AbortController()
    const summary = await engine.importFile(join(resourcesDir, 'samples/leads-5000.csv'), DEFAULT_SETTINGS, {
      job: crypto.randomUUID(),
      signal: abort.signal,
      onProgress: () => abort.abort(),
    })
    expect(summary).toMatchObject({ cancelled: true, batch: 1 })
    const { predictions, batches } = await engine.overview()
    expect(predictions).toBe(summary.accepted)
    expect(batches).toMatchObject([{ state: 'cancelled', accepted: summary.accepted }])
  })

  test('under way when the app closes ends at once, and its leads are there at the next start', async () => {
    const engine = await open()
    const started = Promise.withResolvers<void>()
    const job = engine.importFile(join(resourcesDir, 'samples/leads-5000.csv'), DEFAULT_SETTINGS, {
      ...quietly(),
      onProgress: () => started.resolve(),
    })
    const settled = job.catch((error) => error)
    await started.promise
    await engine.close()
    await settled
    const again = await open()
    const { batches } = await again.overview()
    const stored = await again.health()
    expect(stored.predictions).toBe(batches[0]?.accepted ?? 0)
  })
})

test('a damaged model is refused in a sentence, and the history can still be read', async () => {
  const writer = await open()
  await writer.saveLead({}, ada)
  await writer.close()
  const broken = join(engines.folder, 'resources')
  cpSync(join(resourcesDir, 'model'), join(broken, 'model'), { recursive: true })
  writeFileSync(join(broken, 'model/model.onnx'), 'no network')
  const engine = await open({ resourcesDir: broken })
  await expect(engine.saveLead({}, ada)).rejects.toEqual(refusedWith('model_damaged'))
  expect((await engine.listLeads({ order: 'best', limit: 10 })).total).toBe(1)
  expect((await engine.health()).operations).toMatchObject({ total: 2, errorsByCode: { model_damaged: 1 } })
  const failed = (await engine.doctor()).filter(({ ok }) => !ok).map(({ check }) => check)
  expect(failed).toEqual(['model files', 'scoring'])
})
