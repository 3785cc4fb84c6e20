import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { NOBODY } from '../../contract/lead.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readBundle } from '../registry/read-bundle.ts'
import { resourcesDir } from '../scoring/fixtures/invented-leads.ts'
import { type OpenModel, openModel } from '../scoring/open-model.ts'
import {
  bundledModel,
  newTrialHistory,
  openTrialHistory,
  type TrialHistory,
  trialClock,
  trialFolder,
} from './fixtures/trial-history.ts'
import { getLead } from './get-lead.ts'
import { createLeadInputs } from './lead-inputs.ts'
import { previewLead, saveLead } from './lead-writer.ts'
import { createLeadLists } from './list-leads.ts'
import type { OpenHistory } from './open-history.ts'
import { readHealth } from './read-health.ts'

let trial: TrialHistory
let history: OpenHistory
let model: OpenModel
beforeAll(async () => {
  model = await openModel(readBundle(bundledModelFolder(resourcesDir), systemFiles))
})
afterAll(() => model.release())
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const clock = trialClock()
const { manifest } = bundledModel
const fields = { jobtitle: 'Head of Sales', llm_quality: 70, companysize: '11-50' }
const ada = { ...NOBODY, name: 'Ada Invented', email: 'ada@example.test' }
const save = (given: object = fields) =>
  saveLead(history.writer, model, { fields: { ...given }, identity: ada }, clock)
const health = () => readHealth(history.writer.db, 0, manifest, clock)

test('a saved lead is in the list and can be read with inputs and latency', async () => {
  const saved = await save()
  expect(saved).toMatchObject({ id: 1, model: { name: manifest.name, version: manifest.version } })
  history.writer.followUp()

  const { db } = history.writer
  const lists = createLeadLists(db, manifest.bands)
  const page = lists.page({ order: 'best', search: 'ada sales', limit: 10 })
  expect(page).toMatchObject({
    total: 1,
    rows: [{ id: 1, score: saved.score, batch: null, row: null, title: 'Head of Sales' }],
  })

  const detail = getLead(db, lists.rows, createLeadInputs(db), 1)
  expect(detail).toMatchObject({ ...ada, fileName: null, fields })
  expect(Object.keys(detail.fields)).toEqual(manifest.fields.map(({ name }) => name))
  expect(detail.latencyMs.storage).toBeCloseTo(saved.latencyMs.storage, 6)
})

test('a preview has the same score and stores nothing', async () => {
  const preview = await previewLead(model, fields, clock)
  expect(health().predictions).toBe(0)
  expect((await save()).score).toBe(preview.score)
  expect(preview.latencyMs.storage).toBe(0)
})

test('a lead whose words were not indexed before a kill is found after the next start', async () => {
  await save()
  // Closing would index its words; a copy of the files has what a kill would leave.
  const killed = trialFolder()
  for (const name of ['leadlight.db', 'leadlight.db-wal']) {
    copyFileSync(join(trial.path, name), join(killed.path, name))
  }
  const again = await openTrialHistory(killed.path)
  const page = createLeadLists(again.writer.db, manifest.bands).page({
    order: 'best',
    search: 'ada',
    limit: 10,
  })
  expect(page.total).toBe(1)
  again.close()
  killed.remove()
})

describe('failures', () => {
  test('of the user are refused and leave no trace', async () => {
    await expect(save({ llm_quality: 130 })).rejects.toMatchObject({ error: { code: 'value_out_of_range' } })
    await expect(save({ shoe: 43 })).rejects.toMatchObject({ error: { code: 'field_unknown' } })
    expect(health().operations.total).toBe(0)
  })

  test('of the engine are counted, by code', async () => {
    await save()
    const broken = { ...model, scorer: { ...model.scorer, score: async () => Float32Array.of(Number.NaN) } }
    await expect(saveLead(history.writer, broken, { fields, identity: ada }, clock)).rejects.toThrow()
    await save()
    expect(health()).toMatchObject({
      predictions: 2,
      operations: { total: 3, failed: 1, successRate: 2 / 3 },
    })
  })

  test('on a full disk come as a sentence, and saving goes on when there is room', async () => {
    const { db } = history.writer
    await save()
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
    // Does not shrink much: every word is another.
    const summary = Array.from({ length: 1400 }, (_, i) => (i * 7919).toString(36)).join(' ')
    const lead = { summary, industry: 'Unheard of' }
    await expect(save(lead)).rejects.toMatchObject({ error: { code: 'disk_full' } })
    db.pragma('max_page_count = 1000000')
    expect(await save(lead)).toMatchObject({ id: 2 })
    const named = db.prepare("SELECT count(*) FROM dictionary WHERE value = 'Unheard of'")
    expect(named.pluck().get()).toBe(1)
    expect(health().predictions).toBe(2)
  })
})
