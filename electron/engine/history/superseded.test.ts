import { beforeEach, describe, expect, test } from 'vitest'
import { everythingShown } from './fixtures/everything-shown.ts'
import { importUpdating, updatingGroups } from './fixtures/import-updating.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  startTrialBatch,
  type TrialLead,
  trialGroups,
} from './fixtures/trial-history.ts'
import { getLead } from './get-lead.ts'
import { readKnownLeads } from './known-leads.ts'
import { createLeadInputs } from './lead-inputs.ts'
import { createLeadLists } from './list-leads.ts'
import type { OpenHistory } from './open-history.ts'
import { readHealth } from './read-health.ts'
import { countStored } from './score-rollup.ts'

const { manifest } = bundledModel
let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const leads = (from: number, to: number, score: number): TrialLead[] =>
  Array.from({ length: to - from }, (_, i) => ({
    score: Math.fround(score),
    identity: { name: `Lead ${from + i}`, email: `${from + i}@example.test` },
    jobtitle: `Title at ${score * 10}`,
  }))
const page = (filter: object = {}) =>
  createLeadLists(history.writer.db, manifest.bands).page({ ...filter, order: 'oldest', limit: 500 })
const ids = (filter: object = {}) => page(filter).rows.map(({ id }) => id)
const knownIds = () => {
  const known: number[] = []
  readKnownLeads(history.writer.db, (id) => known.push(id))
  return known
}

describe('a lead that a newer one supersedes', () => {
  test('leaves every list and count once the import has ended', async () => {
    await importTrialLeads(history, leads(0, 10, 0.9))
    await importUpdating(history, leads(5, 12, 0.2))
    const listed = [1, 2, 3, 4, 5, 11, 12, 13, 14, 15, 16, 17]
    expect(page()).toMatchObject({ total: 12 })
    expect(ids()).toEqual(listed)
    expect(ids({ batch: 1 })).toEqual([1, 2, 3, 4, 5])
    expect(ids({ bands: ['hot'] })).toEqual([1, 2, 3, 4, 5])
    expect(ids({ search: 'lead' })).toEqual(listed)
    expect(ids({ search: 'lead 7' })).toEqual([13])
    expect(knownIds()).toEqual(listed)
  })

  test('stays in the history, with its inputs', async () => {
    await importTrialLeads(history, leads(0, 10, 0.9))
    await importUpdating(history, leads(5, 12, 0.2))
    const { db } = history.writer
    const detail = getLead(db, createLeadLists(db, manifest.bands).rows, createLeadInputs(db), 6)
    expect(detail).toMatchObject({ name: 'Lead 5', fields: { jobtitle: 'Title at 9' } })
    expect(countStored(db)).toBe(17)
    expect(readHealth(db, 0, manifest, { nowMs: () => 0, elapsedUs: () => 0 })).toMatchObject({
      predictions: 17,
    })
  })

  test('is listed until then, and known as itself no more', async () => {
    await importTrialLeads(history, leads(0, 3, 0.9))
    const batch = startTrialBatch(history)
    for (const group of updatingGroups(history, leads(2, 4, 0.2))) batch.commit(group)
    expect(ids()).toEqual([1, 2, 3, 4, 5])
    expect(knownIds()).toEqual([1, 2, 4, 5])
    await batch.abandon()
    expect(ids()).toEqual([1, 2, 4, 5])
  })

  test('may stand further up in the same file, many chunks away', async () => {
    const many = leads(0, 5000, 0.5)
    await importUpdating(history, [...many, ...leads(10, 20, 0.9), ...leads(2040, 2060, 0.9)])
    expect(page().total).toBe(5000)
    expect(page({ bands: ['hot'] }).total).toBe(30)
    expect(ids({ search: 'lead 2050' })).toEqual([5021])
  })

  test('may be gone by then', async () => {
    const batch = startTrialBatch(history)
    const [group] = trialGroups(leads(0, 1, 0.5))
    if (group) batch.commit({ ...group, superseded: [{ kind: 'lead', id: 99, by: 1 }] })
    await batch.finish({ state: 'done', findings: [] }, () => {})
    expect(ids()).toEqual([1])
  })
})

test('a row that was not stored can take nobody’s place: the group is refused whole', async () => {
  await importTrialLeads(history, leads(0, 1, 0.5))
  const batch = startTrialBatch(history)
  const [group] = trialGroups(leads(0, 1, 0.5))
  if (!group) throw new Error('no group')
  expect(() => batch.commit({ ...group, superseded: [{ kind: 'lead', id: 1, by: 7 }] })).toThrow('row 7')
  expect(countStored(history.writer.db)).toBe(1)
  expect(batch.commit({ ...group, superseded: [{ kind: 'lead', id: 1, by: 1 }] }).firstId).toBe(2)
})

test('taking leads out, stopped anywhere, goes on at the next start', async () => {
  const shown = ({ writer }: OpenHistory) => everythingShown(writer.db, ['title'], [1])
  await importTrialLeads(history, leads(0, 1100, 0.9))
  await importUpdating(history, leads(0, 1100, 0.3))
  const expected = await shown(history)
  for (let stopAfter = 0; stopAfter < 6; stopAfter += 1) {
    const other = await newTrialHistory()
    const first = other.history
    await importTrialLeads(first, leads(0, 1100, 0.9))
    let asked = 0
    const batch = startTrialBatch(first, undefined, () => {
      asked += 1
      return asked > stopAfter
    })
    for (const group of updatingGroups(first, leads(0, 1100, 0.3))) batch.commit(group)
    // With the last ones it comes to its end.
    await batch
      .finish({ state: 'done', findings: [] }, () => {})
      .catch((error) => {
        expect(error).toMatchObject({ error: { code: 'stopped' } })
      })
    const second = await other.reopen()
    await second.catchUp(() => false)
    expect(await shown(second)).toEqual(expected)
    other.remove()
  }
})
