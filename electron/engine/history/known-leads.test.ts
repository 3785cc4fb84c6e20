import { beforeEach, expect, test } from 'vitest'
import { importTrialLeads, newTrialHistory, type TrialLead } from './fixtures/trial-history.ts'
import { readKnownLeads, type VisitKnownLead } from './known-leads.ts'
import type { OpenHistory } from './open-history.ts'

let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const leads = (count: number): TrialLead[] =>
  Array.from({ length: count }, (_, i) => ({
    score: 0.5,
    identity: { name: `Lead ${i}`, email: `${i}@example.test` },
  }))
const visited = (cancelled?: () => boolean) => {
  const found: Parameters<VisitKnownLead>[] = []
  const ended = readKnownLeads(history.writer.db, (...lead) => found.push(lead), cancelled)
  return { found, ended }
}

test('every lead is visited once, by ascending id, with what tells it apart', async () => {
  await importTrialLeads(history, leads(9000))
  await importTrialLeads(history, leads(2))
  const { found, ended } = visited()
  expect(ended).toBe(true)
  expect(found.map(([id]) => id)).toEqual(Array.from({ length: 9002 }, (_, i) => i + 1))
  expect(found[9001]).toEqual([9002, 2, 2, 'Lead 1', null, '1@example.test', null])
})

test('it can be cancelled', async () => {
  await importTrialLeads(history, leads(9000))
  let asked = 0
  const { found, ended } = visited(() => {
    asked += 1
    return asked > 1
  })
  expect(ended).toBe(false)
  expect(found).toHaveLength(4096)
})

test('leads that are being taken out are not known, but for those kept', async () => {
  await importTrialLeads(history, leads(3))
  history.writer.db.exec("UPDATE prediction SET outcome = 0 WHERE id = 2; UPDATE batch SET undo = 'undoing'")
  expect(visited().found.map(([id]) => id)).toEqual([2])
  history.writer.db.exec("UPDATE batch SET undo = 'undone'; DELETE FROM prediction WHERE id <> 2")
  expect(visited().found.map(([id]) => id)).toEqual([2])
})
