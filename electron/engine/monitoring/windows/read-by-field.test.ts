import fc from 'fast-check'
import { beforeEach, expect, test, vi } from 'vitest'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  trialClock,
} from '../../history/fixtures/trial-history.ts'
import type { OpenHistory } from '../../history/open-history.ts'
import { undoBatch } from '../../history/undo-batch.ts'
import { LeadsRemoved, readByField } from './read-by-field.ts'
import { readWindow } from './read-window.ts'
import { windowChunks } from './window-chunks.ts'

const { fields } = bundledModel.manifest
const LEADS = 60
let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  await importLeads()
  return trial.remove
})

const importLeads = () =>
  importTrialLeads(
    history,
    Array.from({ length: LEADS }, (_, i) => ({
      score: i / LEADS,
      industry: `Trade ${i % 7}`,
      jobtitle: 'x'.repeat(i + 1),
      values: { llm_quality: i, skills: 'a, b' },
    })),
    trialClock(),
  )
const chunks = () => windowChunks(history.writer.db, { kind: 'all' }, 0)

test('whatever the room, its columns are those of the whole window', () => {
  const { db } = history.writer
  const whole = readWindow(db, fields, chunks())
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 120 * LEADS }),
      fc.array(fc.nat({ max: fields.length - 1 })),
      (room, asked) => {
        const leads = readByField(db, fields, chunks(), { columnBytes: room })
        expect([leads.count, leads.scores]).toEqual([whole.count, whole.scores])
        for (const index of [...fields.keys(), ...asked])
          expect(leads.column(index)).toEqual(whole.columns[index])
      },
    ),
    { numRuns: 30 },
  )
})

test('with room for all, the window is read once', () => {
  const { db } = history.writer
  const leads = readByField(db, fields, chunks())
  const prepare = vi.spyOn(db, 'prepare')
  for (const index of fields.keys()) leads.column(index)
  expect(prepare).not.toHaveBeenCalled()
})

test('leads that come meanwhile are not in it; when some went, it says so', async () => {
  const { db } = history.writer
  const whole = readWindow(db, fields, chunks())
  const leads = readByField(db, fields, chunks(), { columnBytes: 0 })
  await importLeads()
  expect(leads.column(3)).toEqual(whole.columns[3])
  await undoBatch(history.writer, 2, { onProgress: () => {}, stopped: () => false })
  expect(() => leads.column(4)).toThrow(LeadsRemoved)
})

test('leads that are not wanted any more are not read to the end', async () => {
  await importLeads()
  let chunk = 0
  const beforeChunk = () => {
    chunk += 1
    if (chunk === 2) throw new Error('not wanted')
  }
  expect(() => readByField(history.writer.db, fields, chunks(), { beforeChunk })).toThrow('not wanted')
})

test('a field that is not there is refused', () => {
  expect(() =>
    readByField(history.writer.db, fields, chunks(), { columnBytes: 0 }).column(fields.length),
  ).toThrow(RangeError)
})
