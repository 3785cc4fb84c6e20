import { beforeEach, describe, expect, test } from 'vitest'
import { BatchWriter } from './batch-writer.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  startTrialBatch,
  type TrialHistory,
  type TrialLead,
  trialClock,
  trialFile,
  trialGroups,
} from './fixtures/trial-history.ts'
import { createLeadInputs } from './lead-inputs.ts'
import { createLeadLists } from './list-leads.ts'
import type { OpenHistory } from './open-history.ts'
import { readOverview } from './overview.ts'
import { countStored } from './score-rollup.ts'
import { unrankedBatches } from './unranked.ts'

let trial: TrialHistory
let history: OpenHistory
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const { fields, bands } = bundledModel.manifest
const active = { bands, digest: bundledModel.digest }
const many = (count: number): TrialLead[] =>
  Array.from({ length: count }, (_, i) => ({
    score: Math.fround(((i * 31) % 100) / 100),
    identity: { name: `Lead ${i}` },
    industry: `Industry ${i % 7}`,
    jobtitle: `Title ${i}`,
  }))
const onlyGroup = (leads: readonly TrialLead[]) => {
  const [group] = trialGroups(leads)
  if (!group) throw new Error('no group')
  return group
}
const table = (sql: string) => history.writer.db.prepare(sql).all()

test('groups get consecutive ids, and every lead its own inputs', async () => {
  const leads = many(5000)
  const batch = startTrialBatch(history)
  const acknowledged = [...trialGroups(leads)].map((group) => batch.commit(group))
  expect(acknowledged).toEqual([
    { firstId: 1, count: 2048, committed: 2048 },
    { firstId: 2049, count: 2048, committed: 4096 },
    { firstId: 4097, count: 904, committed: 5000 },
  ])
  const inputs = createLeadInputs(history.writer.db)
  const place = (name: string) => fields.findIndex((field) => field.name === name)
  const values = await inputs.many([5000, 1, 1024, 1025, 3333])
  for (const [id, lead] of values) {
    expect([lead[place('jobtitle')], lead[place('industry')]]).toEqual([
      `Title ${id - 1}`,
      `Industry ${(id - 1) % 7}`,
    ])
  }
  expect(inputs.one(1025)).toEqual(values.get(1025))
  expect(inputs.one(5001)).toEqual([])
})

test('the result counts what was stored', async () => {
  const batch = startTrialBatch(history)
  batch.commit(onlyGroup([{ score: 0.75 }, { score: 0.5 }, { score: 0.25 }, { score: 0.25 }]))
  const progress: number[] = []
  const result = await batch.finish({ state: 'done', findings: [] }, (share) => progress.push(share))
  expect(result).toEqual({ accepted: 4, meanScore: 0.4375, bands: { hot: 1, warm: 1, cold: 2 } })
  expect(progress.at(-1)).toBe(1)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
})

test('rejected rows are kept whole, and the checkpoint moves with the rows', () => {
  const batch = startTrialBatch(history)
  const reject = { row: 3, reason: 'value_out_of_range', message: 'Too much.', text: '"a",130' }
  const group = onlyGroup(many(2))
  const checkpoint = { ...group.checkpoint, rows: 3, rejected: 1, repaired: 2, byteOffset: 77 }
  batch.commit({ ...group, rejects: [reject], checkpoint })
  expect(table('SELECT row_number AS row, reason, message, text FROM reject')).toEqual([reject])
  expect(
    table('SELECT state, rows, accepted, rejected, repaired, checkpoint_byte AS byte FROM batch'),
  ).toEqual([{ state: 'running', rows: 3, accepted: 2, rejected: 1, repaired: 2, byte: 77 }])
})

test('a group that cannot be stored leaves nothing, and the next one has the same ids', async () => {
  await importTrialLeads(history, many(10))
  const batch = startTrialBatch(history)
  batch.commit(onlyGroup(many(3)))
  const bad = onlyGroup([{ score: 0.5, industry: 'Unheard of' }, { score: Number.NaN }])
  expect(() => batch.commit(bad)).toThrow('constraint')
  expect(countStored(history.writer.db)).toBe(13)
  const unheardOf = "SELECT value FROM dictionary WHERE value = 'Unheard of'"
  expect(table(unheardOf)).toEqual([])
  const again = startTrialBatch(history)
  expect(again.commit(onlyGroup([{ score: 0.5, industry: 'Unheard of' }])).firstId).toBe(14)
  expect(table(unheardOf)).toEqual([{ value: 'Unheard of' }])
})

test('an import that went away leaves an interrupted batch, in the list', async () => {
  const batch = startTrialBatch(history)
  batch.commit(onlyGroup(many(5)))
  await batch.abandon()
  const { predictions, batches } = readOverview(history.writer.db, active)
  expect(predictions).toBe(5)
  expect(batches).toMatchObject([{ state: 'interrupted', rows: 5 }])
})

describe('ranking that is stopped', () => {
  test('anywhere goes on at the next start, and ends as if it had not been', async () => {
    const leads = many(9000)
    for (const stopAfter of [0, 1, 2]) {
      const other = await newTrialHistory()
      let asked = 0
      const batch = startTrialBatch(other.history, undefined, () => {
        asked += 1
        return asked > stopAfter
      })
      for (const group of trialGroups(leads, 8)) batch.commit(group)
      await expect(batch.finish({ state: 'done', findings: [] }, () => {})).rejects.toMatchObject({
        error: { code: 'stopped' },
      })

      const second = await other.reopen()
      expect(unrankedBatches(second.writer.db)).toEqual([1])
      await second.catchUp(() => false)
      const page = createLeadLists(second.writer.db, bands).page({ order: 'best', search: 'lead', limit: 10 })
      expect(page).toMatchObject({
        total: 9000,
        rows: [{ score: Math.fround(0.99) }, {}, {}, {}, {}, {}, {}, {}, {}, {}],
      })
      expect(readOverview(second.writer.db, active)).toMatchObject({
        predictions: 9000,
        batches: [{ state: 'done' }],
      })
      other.remove()
    }
  })
})

describe('the words of a batch', () => {
  const found = (from = history) =>
    createLeadLists(from.writer.db, bands).page({ order: 'best', search: 'lead', limit: 1 }).total
  const stopAfter = (slices: number) => {
    let asked = 0
    return () => {
      asked += 1
      return asked > slices
    }
  }

  test('follow when the import has ended, in slices that can be stopped anywhere', async () => {
    const batch = startTrialBatch(history)
    for (const group of trialGroups(many(9000))) batch.commit(group)
    await batch.finish({ state: 'done', findings: [] }, () => {})
    expect(found()).toBe(0)
    for (const slices of [0, 1, 2, 3]) {
      const before = found()
      await history.catchUp(stopAfter(slices))
      expect(found()).toBeGreaterThanOrEqual(before)
    }
    expect(found()).toBeGreaterThan(0)
    history = await trial.reopen()
    await history.catchUp(() => false)
    expect(found()).toBe(9000)
    await history.catchUp(() => false)
    expect(found()).toBe(9000)
  })

  test('wait while a file is imported, and give way to who changes the lists', async () => {
    const { lists } = history.writer
    const first = startTrialBatch(history)
    for (const group of trialGroups(many(9000))) first.commit(group)
    await first.finish({ state: 'done', findings: [] }, () => {})
    const second = startTrialBatch(history)
    await history.catchUp(() => false)
    expect(found()).toBe(0)
    await second.finish({ state: 'done', findings: [] }, () => {})
    const filling = history.catchUp(() => false)
    expect(await lists.exclusive(async () => found())).toBeLessThan(9000)
    await filling
    expect(found()).toBe(9000)
  })
})

describe('on a full disk', () => {
  const fill = () => {
    const { db } = history.writer
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  }
  const makeRoom = () => history.writer.db.pragma('max_page_count = 1000000')

  test('a batch is refused with a sentence, and can be started when there is room', () => {
    fill()
    const batch = new BatchWriter(history.writer, trialClock(), () => false)
    // Longer than what is free in the pages there are.
    const file = { ...trialFile, fileName: 'x'.repeat(20_000) }
    expect(() => batch.open(file)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code: 'disk_full' }) }),
    )
    expect(batch.number).toBeNull()
    makeRoom()
    expect(batch.open(file)).toEqual({ batch: 1 })
  })

  test('a group that is not stored is counted as failed', () => {
    const batch = startTrialBatch(history)
    const groups = trialGroups(many(5000))
    for (const group of groups) {
      fill()
      expect(() => batch.commit(group)).toThrow('disk is full')
      break
    }
    // What failed fits into a page that is there.
    expect(table('SELECT kind, error_code AS code, rows FROM operation')).toEqual([
      { kind: 'import', code: 'disk_full', rows: 0 },
    ])
  })

  test('ranking says that the leads are stored, and is finished at the next start', async () => {
    const batch = startTrialBatch(history)
    for (const group of trialGroups(many(3000))) batch.commit(group)
    fill()
    await expect(batch.finish({ state: 'done', findings: [] }, () => {})).rejects.toMatchObject({
      error: { code: 'disk_full', message: expect.stringContaining('leads are stored') },
    })
    history = await trial.reopen()
    expect(unrankedBatches(history.writer.db)).toEqual([1])
    await history.catchUp(() => false)
    const page = createLeadLists(history.writer.db, bands).page({ order: 'best', search: 'lead', limit: 10 })
    expect(page.total).toBe(3000)
  })
})

test('operations are logged with every stage, storage with the next commit', () => {
  const batch = startTrialBatch(history)
  for (const group of trialGroups(many(3000))) batch.commit(group)
  const sql = `SELECT kind, rows, features_us AS features, inference_us AS inference, storage_us > 0 AS stored,
                      first_prediction_id AS first, last_prediction_id AS last FROM operation`
  const common = { kind: 'import', features: 10, inference: 20 }
  expect(table(sql)).toEqual([
    { ...common, rows: 2048, stored: 1, first: 1, last: 2048 },
    { ...common, rows: 952, stored: null, first: 2049, last: 3000 },
  ])
  history.writer.followUp()
  expect(table(sql)).toMatchObject([{}, { stored: 1 }])
})
