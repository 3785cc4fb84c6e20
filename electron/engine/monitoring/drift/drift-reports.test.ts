import { beforeEach, describe, expect, test } from 'vitest'
import type { DriftRequest } from '../../../contract/drift.ts'
import { importUpdating } from '../../history/fixtures/import-updating.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  type TrialHistory,
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
import { createDriftReports } from './drift-reports.ts'
import type { DriftSources } from './drift-sources.ts'

const { manifest } = bundledModel
const NOW = new Date(2026, 10, 21, 15).getTime()
const reference = readReference(bundledModelFolder(resourcesDir), manifest, systemFiles)
let trial: TrialHistory
let history: OpenHistory
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  return trial.remove
})

const reports = (more: Partial<DriftSources> = {}) =>
  createDriftReports({
    db: () => history.writer.db,
    manifest,
    reference: () => reference,
    clock: { nowMs: () => NOW, elapsedUs: () => 0 },
    ...more,
  })
const wanted = { cancelled: () => false }
const request: DriftRequest = { window: { kind: 'all' }, baseline: { kind: 'reference' }, rule: 'size-aware' }
const between = (window: number, baseline: number): DriftRequest => ({
  ...request,
  window: { kind: 'batch', batch: window },
  baseline: { kind: 'window', window: { kind: 'batch', batch: baseline } },
})
const onDay = (month: number, day: number) => trialClock(new Date(2026, month - 1, day, 12).getTime())

const campaign = readInventedLeads(manifest.fields, 'samples/leads-5000.csv')
const students = readInventedLeads(manifest.fields, 'samples/leads-5000-shifted.csv')
const leads = (rows: typeof campaign, from: number, to: number): TrialLead[] =>
  rows.slice(from, to).map((values, i) => ({
    score: Math.fround(((i * 7919) % 997) / 997),
    identity: {
      name: `Lead ${from + i}`,
      company: 'Invented',
      email: i % 2 === 0 ? `${from + i}@example.test` : null,
    },
    values: Object.fromEntries(manifest.fields.map(({ name }, index) => [name, values[index] ?? null])),
  }))

describe('two imports compared', () => {
  test('say how many leads they have in common, however those are known', async () => {
    await importTrialLeads(history, leads(campaign, 0, 200))
    await importTrialLeads(history, leads(campaign, 150, 300))
    const report = await reports().report(between(2, 1), wanted)
    expect(report.overlap).toEqual({
      leads: 50,
      sentence: '50 leads are also in leads.csv (33%), by e-mail, link, or name and company.',
    })
    expect(report.verdict).toBe('no_drift')
    expect(report.baseline).toMatchObject({ name: 'leads.csv', leads: 200 })
    expect(report.score?.observedInBaseline).toBeNull()
  })

  test('with nobody in common say so', async () => {
    await importTrialLeads(history, leads(campaign, 0, 20))
    await importTrialLeads(history, leads(students, 20, 40))
    expect((await reports().report(between(2, 1), wanted)).overlap?.sentence).toBe(
      'None of these leads is also in leads.csv.',
    )
  })

  test('are refused when one never was', async () => {
    await importTrialLeads(history, leads(campaign, 0, 20))
    await expect(reports().report(between(1, 7), wanted)).rejects.toThrow('no import 7')
  })
})

test('a report is remembered until the history changes', async () => {
  await importTrialLeads(history, leads(campaign, 0, 100))
  const db = openReader(trial.path, systemFiles)
  const reader = reports({ db: () => db })
  const first = await reader.report(request, wanted)
  expect(await reader.report({ ...request }, wanted)).toBe(first)
  expect(await reader.report({ ...request, rule: 'evidently' }, wanted)).not.toBe(first)
  await importTrialLeads(history, leads(campaign, 100, 130))
  const next = await reader.report(request, wanted)
  expect([first.window.leads, next.window.leads]).toEqual([100, 130])
  db?.close()
})

test('a report whose leads are undone while it is made is made of those that are left', async () => {
  const importSome = (from: number, to: number) => importTrialLeads(history, leads(campaign, from, to))
  await importSome(0, 100)
  await importSome(100, 160)
  const db = openReader(trial.path, systemFiles)
  const reader = reports({ db: () => db, columnBytes: 0 })
  let asked = 0
  let undone: Promise<unknown> | null = null
  const undoing = {
    cancelled: () => {
      asked += 1
      if (asked === 20) undone = undoBatch(history.writer, 1, { onProgress: () => {}, stopped: () => false })
      return false
    },
  }
  const report = await reader.report(request, undoing)
  await undone
  expect(report.window.leads).toBe(60)
  expect(report).toEqual(await reports({ db: () => db }).report(request, wanted))
  db?.close()
})

test('a cancelled report is refused and not remembered', async () => {
  await importTrialLeads(history, leads(campaign, 0, 100))
  const reader = reports()
  await expect(reader.report(request, { cancelled: () => true })).rejects.toThrow('cancelled')
  await expect(
    reader.timeline({ step: 'week', rule: 'size-aware' }, { cancelled: () => true }),
  ).rejects.toThrow()
  expect((await reader.report(request, wanted)).verdict).toBe('no_drift')
})

test('nor is one of an import of which nothing is left in the lists', async () => {
  const known = leads(campaign, 0, 30).map((lead, i) => ({
    ...lead,
    identity: { email: `${i}@example.test` },
  }))
  await importTrialLeads(history, known)
  await importUpdating(history, known)
  const reader = reports()
  await expect(reader.report(between(1, 2), { cancelled: () => true })).rejects.toThrow('cancelled')
  expect(await reader.report(between(1, 2), wanted)).toMatchObject({
    verdict: 'no_leads',
    overlap: { leads: 30 },
  })
})

test('without a history there are no leads, and no timeline', async () => {
  const none = reports({ db: () => null })
  expect(await none.report(request, wanted)).toMatchObject({ verdict: 'no_leads', window: { leads: 0 } })
  expect(await none.timeline({ step: 'week', rule: 'size-aware' }, wanted)).toEqual({
    points: [],
    note: 'There are no leads yet.',
  })
})

test('a model without reference data has another window to be compared with', async () => {
  await importTrialLeads(history, leads(campaign, 0, 100))
  const bare = reports({ reference: () => null })
  expect(await bare.report(request, wanted)).toMatchObject({ verdict: 'no_baseline', fields: [] })
  expect((await bare.report(between(1, 1), wanted)).verdict).toBe('no_drift')
  expect((await bare.timeline({ step: 'month', rule: 'size-aware' }, wanted)).note).toContain(
    'without leads of its own',
  )
})

test('a test for a field the model does not have is refused', async () => {
  await expect(reports().report({ ...request, tests: { shoes: 'ks' } }, wanted)).rejects.toThrow(
    'no field "shoes"',
  )
})

test('the timeline shows when leads changed, and puts thin weeks together', async () => {
  await importTrialLeads(history, leads(campaign, 0, 200), onDay(9, 7))
  await importTrialLeads(history, leads(campaign, 200, 215), onDay(9, 15))
  await importTrialLeads(history, leads(campaign, 215, 240), onDay(9, 24))
  await importTrialLeads(history, leads(students, 0, 200), onDay(10, 6))
  const { points, note } = await reports().timeline({ step: 'week', rule: 'size-aware' }, wanted)
  expect(points.map(({ from, to, leads, merged, verdict }) => [from, to, leads, merged, verdict])).toEqual([
    ['2026-09-07', '2026-09-13', 200, false, 'no_drift'],
    ['2026-09-14', '2026-09-27', 40, true, 'no_drift'],
    ['2026-10-05', '2026-10-11', 200, false, 'drift'],
  ])
  expect(note).toBe('1 point stands for several weeks, because one alone had fewer than 30 leads.')
  expect(points[2]?.driftedFields).toContain('llm_seniority')
  for (const { window, values, driftedFields } of points) {
    const report = await reports().report({ ...request, window }, wanted)
    expect(report.window.leads).toBe(points.find((point) => point.window === window)?.leads)
    const drifted = report.fields.filter(({ verdict }) => verdict === 'drift').map(({ field }) => field)
    expect(driftedFields).toEqual([...new Set(drifted)])
    const seniority = report.fields.find(({ field }) => field === 'llm_seniority')
    expect(values.llm_seniority).toBe(seniority?.statistic?.value)
    expect(values.score).toBe(report.score?.statistic?.value)
  }
})

test('a timeline is made anew only where leads came or went', async () => {
  await importTrialLeads(history, leads(campaign, 0, 60), onDay(9, 7))
  await importTrialLeads(history, leads(campaign, 60, 120), onDay(9, 15))
  const db = openReader(trial.path, systemFiles)
  const reader = reports({ db: () => db })
  const before = await reader.timeline({ step: 'week', rule: 'size-aware' }, wanted)
  await importTrialLeads(history, leads(campaign, 120, 150), onDay(9, 16))
  const after = await reader.timeline({ step: 'week', rule: 'size-aware' }, wanted)
  expect(after.points.map((point) => point.leads)).toEqual([60, 90])
  expect(after.points[0]).toBe(before.points[0])
  db?.close()
})
