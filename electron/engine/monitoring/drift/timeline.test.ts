import { beforeEach, describe, expect, test } from 'vitest'
import type { ReadHandle } from '../../history/connection.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  type TrialLead,
  trialClock,
} from '../../history/fixtures/trial-history.ts'
import type { OpenHistory } from '../../history/open-history.ts'
import { openReader } from '../../history/open-reader.ts'
import { undoBatch } from '../../history/undo-batch.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledModelFolder } from '../../registry/read-bundle.ts'
import { readInventedLeads, resourcesDir } from '../../scoring/fixtures/invented-leads.ts'
import { readReference } from '../windows/read-reference.ts'
import { type KnownPoints, makeTimeline } from './timeline.ts'

const { manifest } = bundledModel
const reference = readReference(bundledModelFolder(resourcesDir), manifest, systemFiles)
const campaign = readInventedLeads(manifest.fields, 'samples/leads-5000.csv')

let history: OpenHistory
let db: ReadHandle
let known: KnownPoints
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  known = new Map()
  for (const [week, count] of [60, 70, 80].entries()) await importWeek(week, count)
  const reader = openReader(trial.path, systemFiles)
  if (!reader) throw new Error('the history is there')
  db = reader
  return () => {
    db.close()
    trial.remove()
  }
})

/** Imports leads of one week of September; batch `week + 1` if none came before. */
async function importWeek(week: number, count: number): Promise<void> {
  const leads: TrialLead[] = campaign.slice(week * 100, week * 100 + count).map((values, i) => ({
    score: Math.fround(((i * 7919) % 997) / 997),
    values: Object.fromEntries(manifest.fields.map(({ name }, index) => [name, values[index] ?? null])),
  }))
  await importTrialLeads(history, leads, trialClock(new Date(2026, 8, 7 + 7 * week, 12).getTime()))
}

const undo = (batch: number) =>
  undoBatch(history.writer, batch, { onProgress: () => {}, stopped: () => false })

/** A timeline during whose `step`th pause something happens. */
async function timeline({ at = -1, happens = async (): Promise<unknown> => null, columnBytes = 1e6 } = {}) {
  let step = 0
  const pause = async () => {
    if (step === at) await happens()
    step += 1
    return false
  }
  const sources = { db: () => db, manifest, reference: () => reference, clock: trialClock(), columnBytes }
  const made = await makeTimeline(sources, { step: 'week', rule: 'size-aware' }, { pause, known })
  return { ...made, pauses: step }
}

const leadsOf = ({ points = [] }: Awaited<ReturnType<typeof timeline>>) => points.map(({ leads }) => leads)
const FIRST_POINT = 1
const SECOND_POINT = 40

describe.each([
  ['for all columns at once', 1e6],
  ['for one column', 0],
])('with room %s', (_, columnBytes) => {
  test.each([
    ['an earlier week', 1, SECOND_POINT, [70, 80]],
    ['the week being looked at', 2, SECOND_POINT, [60, 80]],
    ['a later week', 3, FIRST_POINT, [60, 70]],
  ])(
    'an import of %s that is undone meanwhile leaves no point, nor a false one',
    async (__, batch, at, left) => {
      const meanwhile = await timeline({ at, happens: () => undo(batch), columnBytes })
      expect(leadsOf(meanwhile)).toEqual(left)
      known = new Map()
      expect(meanwhile.points).toEqual((await timeline()).points)
    },
  )
})

test('leads that come while the last point is made are in the next timeline, not half in this one', async () => {
  const before = await timeline()
  known = new Map()
  const meanwhile = await timeline({ at: before.pauses - 1, happens: () => importWeek(2, 50) })
  expect(meanwhile.points).toEqual(before.points)
  expect(leadsOf(await timeline())).toEqual([60, 70, 130])
})

test('leads that come earlier are in it', async () => {
  expect(leadsOf(await timeline({ at: FIRST_POINT, happens: () => importWeek(2, 50) }))).toEqual([
    60, 70, 130,
  ])
})

test('an undone import that is imported again makes its point anew', async () => {
  await timeline()
  await undo(2)
  expect(leadsOf(await timeline())).toEqual([60, 80])
  await importWeek(1, 40)
  const again = await timeline()
  known = new Map()
  expect(again.points).toEqual((await timeline()).points)
  expect(leadsOf(again)).toEqual([60, 40, 80])
})
