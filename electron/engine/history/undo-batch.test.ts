import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { getBatch, listBatches } from './batch-list.ts'
import { everythingShown } from './fixtures/everything-shown.ts'
import { importUpdating, updatingGroups } from './fixtures/import-updating.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  startTrialBatch,
  type TrialHistory,
  type TrialLead,
  trialGroups,
} from './fixtures/trial-history.ts'
import { getLead } from './get-lead.ts'
import { createLeadInputs } from './lead-inputs.ts'
import { createLeadLists } from './list-leads.ts'
import type { OpenHistory } from './open-history.ts'
import { readOverview } from './overview.ts'
import { undoBatch } from './undo-batch.ts'

const { manifest, digest } = bundledModel
const active = { bands: manifest.bands, digest }
const quietly = { onProgress: () => {}, stopped: () => false }

let trial: TrialHistory
let history: OpenHistory
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const undo = (batch: number) => undoBatch(history.writer, batch, quietly)
const rowsOf = (table: string) =>
  Number(history.writer.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
const giveOutcome = (id: number) =>
  history.writer.db.prepare('UPDATE prediction SET outcome = 1, outcome_at = 1 WHERE id = :id').run({ id })
const many = (count: number, name = 'Lead'): TrialLead[] =>
  Array.from({ length: count }, (_, i) => ({
    score: Math.fround(((i * 31) % 100) / 100),
    identity: { name: `${name} ${i}`, email: `${name}.${i}@example.test` },
    industry: `Industry ${i % 7}`,
    jobtitle: `Title ${i}`,
  }))

/** A history of its own, filled by `fill`, as everything that is shown of it. */
async function shownAfter(
  fill: (history: OpenHistory) => Promise<readonly number[]>,
  searches: readonly string[] = ['title 7'],
) {
  const { history: other, remove } = await newTrialHistory()
  const batches = await fill(other)
  other.writer.followUp()
  const shown = await everythingShown(other.writer.db, searches, batches)
  expect(other.writer.db.prepare("INSERT INTO search (search) VALUES ('integrity-check')").run()).toBeTruthy()
  expect(other.writer.db.pragma('integrity_check', { simple: true })).toBe('ok')
  remove()
  return shown
}

describe('an undone import', () => {
  test('leaves the history as it was without it', async () => {
    const withoutIt = await shownAfter(async (plain) => [
      await importTrialLeads(plain, many(1500)),
      await importTrialLeads(plain, many(30, 'Later')),
    ])
    const undone = await shownAfter(async (other) => {
      const first = await importTrialLeads(other, many(1500))
      const second = await importTrialLeads(other, many(3000, 'Lead again'))
      const third = await importTrialLeads(other, many(30, 'Later'))
      expect(await undoBatch(other.writer, second, quietly)).toEqual({
        batch: second,
        fileName: 'leads.csv',
        removed: 3000,
        kept: 0,
        keptLeads: [],
      })
      return [first, third]
    })
    expect(undone).toEqual(withoutIt)
  })

  test('leaves nothing behind but its line in the list of imports', async () => {
    const batch = startTrialBatch(history)
    const reject = (row: number) => ({ row, reason: 'no_rows', message: 'No.', text: 'x' })
    for (const group of trialGroups(many(2100))) {
      const { rows, accepted } = group.checkpoint
      const rejects = rows === 2100 ? Array.from({ length: 300 }, (_, i) => reject(3000 + i)) : []
      const rejected = rejects.length
      const checkpoint = { ...group.checkpoint, rows: accepted + rejected, rejected }
      batch.commit({ ...group, rejects, checkpoint })
    }
    await batch.finish({ state: 'done', findings: [] }, () => {})
    await undo(1)
    for (const table of ['prediction', 'input_chunk', 'ranking', 'reject', 'operation', 'search']) {
      expect([table, rowsOf(table)]).toEqual([table, 0])
    }
    const { db } = history.writer
    expect(readOverview(db, active)).toEqual({
      predictions: 0,
      bands: { hot: 0, warm: 0, cold: 0 },
      batches: [],
    })
    expect(listBatches(db, digest)).toMatchObject([
      { id: 1, state: 'undone', leads: 0, accepted: 2100, rejected: 300, resumable: false },
    ])
    expect(getBatch(db, 1, active)).toMatchObject({ rejects: [], bands: { hot: 0, warm: 0, cold: 0 } })
  })

  test('gives no id again', async () => {
    await importTrialLeads(history, many(10))
    await undo(1)
    await importTrialLeads(history, many(1))
    expect(
      createLeadLists(history.writer.db, manifest.bands).page({ order: 'best', limit: 9 }).rows,
    ).toMatchObject([{ id: 11 }])
  })

  test('reports how far it is, up to the end', async () => {
    await importTrialLeads(history, many(3000))
    const steps: (readonly [number, number])[] = []
    await undoBatch(history.writer, 1, {
      onProgress: (done, total) => steps.push([done, total]),
      stopped: () => false,
    })
    expect(steps).toEqual([
      [2048, 3000],
      [3000, 3000],
    ])
  })
})

describe('leads with an outcome', () => {
  test('are kept and named, with their inputs, their places and their latency', async () => {
    await importTrialLeads(history, many(3000))
    giveOutcome(5)
    giveOutcome(2500)
    expect(await undo(1)).toEqual({
      batch: 1,
      fileName: 'leads.csv',
      removed: 2998,
      kept: 2,
      keptLeads: [
        { id: 5, name: 'Lead 4', company: null, reason: 'outcome' },
        { id: 2500, name: 'Lead 2499', company: null, reason: 'outcome' },
      ],
    })
    const { db } = history.writer
    const lists = createLeadLists(db, manifest.bands)
    for (const filter of [{}, { batch: 1 }, { search: 'lead' }]) {
      const page = lists.page({ ...filter, order: 'oldest', limit: 9 })
      expect(page).toMatchObject({ total: 2, rows: [{ id: 5, outcome: true }, { id: 2500 }] })
    }
    const detail = getLead(db, lists.rows, createLeadInputs(db), 2500)
    expect(detail.fields).toMatchObject({ jobtitle: 'Title 2499', industry: `Industry ${2499 % 7}` })
    expect(detail.latencyMs.total).toBeGreaterThan(0)
    expect(rowsOf('input_chunk')).toBe(2)
    expect(readOverview(db, active)).toMatchObject({
      predictions: 2,
      batches: [{ id: 1, state: 'undone', leads: 2 }],
    })
  })

  test('are named up to a hundred, and all counted', async () => {
    await importTrialLeads(history, many(300))
    history.writer.db.exec('UPDATE prediction SET outcome = 0')
    const summary = await undo(1)
    expect(summary).toMatchObject({ removed: 0, kept: 300 })
    expect(summary.keptLeads.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  })

  test('do not keep the inputs of the others in the file', async () => {
    await importTrialLeads(history, many(40))
    giveOutcome(7)
    await undo(1)
    const inputs = createLeadInputs(history.writer.db)
    expect(inputs.one(7).some((value) => value !== null)).toBe(true)
    for (const id of [1, 6, 8, 40]) expect(inputs.one(id).every((value) => value === null)).toBe(true)
  })
})

const scores = fc.constantFrom(0, 0.1, 0.4, 0.5, 0.7, 0.95, 1).map(Math.fround)
const lead = fc.record({
  score: scores,
  identity: fc.record({
    name: fc.constantFrom('Ada', 'Bo', 'Cy'),
    email: fc.constantFrom(...Array.from({ length: 8 }, (_, i) => `${i}@example.test`)),
  }),
  jobtitle: fc.constantFrom('Sales', 'Title'),
})
const imports = fc.array(
  fc.record({
    leads: fc.array(lead, { maxLength: 12 }),
    updates: fc.boolean(),
    /** After how many imports it is undone; 9 for never. */
    undoneAfter: fc.constantFrom(9, 0, 1, 2, 3),
    /** Leads given an outcome before that. */
    worked: fc.array(fc.nat(11), { maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 4 },
)

test('whatever is imported, updated and undone, the history is as if only what was kept had ever come', async () => {
  await fc.assert(
    fc.asyncProperty(imports, async (given) => {
      const add = (into: OpenHistory, updates: boolean, leads: readonly TrialLead[]) =>
        updates ? importUpdating(into, leads) : importTrialLeads(into, leads)
      const undone = await shownAfter(
        async (other) => {
          const { db } = other.writer
          for (const [index, { leads, updates }] of given.entries()) {
            const batch = await add(other, updates, leads)
            for (const place of given[index]?.worked ?? []) {
              db.prepare(
                'UPDATE prediction SET outcome = 1 WHERE batch_id = :batch AND row_number = :row',
              ).run({
                batch,
                row: place + 1,
              })
            }
            for (const [earlier, { undoneAfter }] of given.entries()) {
              if (earlier + undoneAfter === index) await undoBatch(other.writer, earlier + 1, quietly)
            }
          }
          // The last ones, which were to be undone after more imports than there are.
          for (const [earlier, { undoneAfter }] of given.entries()) {
            if (undoneAfter < 9 && earlier + undoneAfter >= given.length) {
              await undoBatch(other.writer, earlier + 1, quietly)
            }
          }
          db.exec('UPDATE prediction SET outcome = NULL')
          return given.map((_, index) => index + 1)
        },
        ['ada', 'sales b'],
      )
      const neverCame = await shownAfter(
        async (plain) => {
          for (const { leads, updates, undoneAfter, worked } of given) {
            const kept = leads.filter((_, place) => undoneAfter === 9 || worked.includes(place))
            await add(plain, updates, kept)
          }
          return given.map((_, index) => index + 1)
        },
        ['ada', 'sales b'],
      )
      const { operations: _, ...health } = undone.health
      const { operations: __, ...plainHealth } = neverCame.health
      expect({ ...undone, health }).toEqual({ ...neverCame, health: plainHealth })
    }),
    { numRuns: 30 },
  )
})

describe('is refused', () => {
  test('for an import that is not there, or was undone before', async () => {
    await expect(undo(1)).rejects.toMatchObject({ error: { code: 'batch_unknown' } })
    await importTrialLeads(history, many(3))
    await undo(1)
    await expect(undo(1)).rejects.toMatchObject({ error: { code: 'already_undone' } })
  })

  test('while a file is imported, and allowed once that has ended', async () => {
    await importTrialLeads(history, many(3))
    const running = startTrialBatch(history)
    await expect(undo(1)).rejects.toMatchObject({ error: { code: 'import_running' } })
    await expect(undo(2)).rejects.toMatchObject({ error: { code: 'import_running' } })
    await running.abandon()
    expect(await undo(1)).toMatchObject({ removed: 3 })
  })
})

test('an import that is being ranked is undone afterwards', async () => {
  const batch = startTrialBatch(history)
  for (const group of trialGroups(many(3000))) batch.commit(group)
  const ended = batch.finish({ state: 'done', findings: [] }, () => {})
  const undone = undo(1)
  expect(await ended).toMatchObject({ accepted: 3000 })
  expect(await undone).toMatchObject({ removed: 3000 })
  expect(rowsOf('ranking')).toBe(0)
})

test('an import that updates and was interrupted is undone as one that ended', async () => {
  await importTrialLeads(history, many(1500))
  const before = await everythingShown(history.writer.db, ['lead'], [1])
  let asked = 0
  const batch = startTrialBatch(history, undefined, () => {
    asked += 1
    return asked > 1
  })
  for (const group of updatingGroups(history, many(1500))) batch.commit(group)
  await expect(batch.abandon()).rejects.toMatchObject({ error: { code: 'stopped' } })
  expect(await undo(2)).toMatchObject({ removed: 1500 })
  expect(await everythingShown(history.writer.db, ['lead'], [1])).toEqual(before)
})

describe('stopped half-way', () => {
  test('it goes on at the next start, wherever it was stopped', async () => {
    await importTrialLeads(history, many(1100))
    const before = await everythingShown(history.writer.db, ['lead'], [])
    for (let stopAfter = 0; stopAfter < 7; stopAfter += 1) {
      const batch = await importUpdating(history, many(1100))
      let asked = 0
      const stopped = () => {
        asked += 1
        return asked > stopAfter
      }
      await undoBatch(history.writer, batch, { onProgress: () => {}, stopped }).catch((error) =>
        expect(error).toMatchObject({ error: { code: 'stopped' } }),
      )
      history = await trial.reopen()
      await history.undoLeftOver(() => false)
      expect(listBatches(history.writer.db, digest)[0]).toMatchObject({
        id: batch,
        state: 'undone',
        leads: 0,
      })
      expect(await everythingShown(history.writer.db, ['lead'], [])).toEqual(before)
    }
  })

  test('it is said to be under way, and can be asked for again', async () => {
    await importTrialLeads(history, many(3000))
    let asked = 0
    const stopped = () => {
      asked += 1
      return asked > 3
    }
    await expect(undoBatch(history.writer, 1, { onProgress: () => {}, stopped })).rejects.toThrow(
      'Not all leads',
    )
    expect(listBatches(history.writer.db, digest)).toMatchObject([{ state: 'undoing', leads: 952 }])
    expect(await undo(1)).toMatchObject({ removed: 3000 })
  })
})

test('a full disk leaves whole slices, and there is nothing to be done but to ask again', async () => {
  await importTrialLeads(history, many(3000))
  const before = await everythingShown(history.writer.db, ['lead'], [1])
  const batch = await importUpdating(history, many(6000))
  const { db } = history.writer
  // Without it there would be room enough in pages that are in the file and not in use.
  db.exec('VACUUM')
  // Room for one page more, then two, four and so on, until it runs through.
  let refused = 0
  for (let room = 0; ; room = Math.max(1, room * 2)) {
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + room}`)
    const outcome = await undo(batch).catch((error) => {
      expect(error).toMatchObject({
        error: { code: 'disk_full', message: expect.stringContaining('Not all leads') },
      })
      return null
    })
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    if (outcome) break
    refused += 1
    const { leads, state } = listBatches(db, digest)[0] ?? {}
    expect(leads).toBe(db.prepare('SELECT count(*) FROM prediction WHERE batch_id = 2').pluck().get())
    expect(leads === 6000 ? ['done', 'undoing'] : ['undoing']).toContain(state)
  }
  expect(refused).toBeGreaterThan(0)
  expect(await everythingShown(db, ['lead'], [1])).toEqual(before)
})
