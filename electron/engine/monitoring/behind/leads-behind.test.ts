import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { FieldValue } from '../../../../model/bundle/field.ts'
import { partCount } from '../../../../model/features/text-size.ts'
import type { LeadFilter, LeadOrder } from '../../../contract/history.ts'
import type { LeadsBehind, Window } from '../../../contract/windows.ts'
import { importUpdating } from '../../history/fixtures/import-updating.ts'
import {
  bundledModel,
  importTrialLeads,
  newTrialHistory,
  startTrialBatch,
  trialClock,
  trialGroups,
} from '../../history/fixtures/trial-history.ts'
import { createLeadInputs } from '../../history/lead-inputs.ts'
import { createLeadLists } from '../../history/list-leads.ts'
import type { OpenHistory } from '../../history/open-history.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledModelFolder } from '../../registry/read-bundle.ts'
import { decideBand } from '../../scoring/decide-label.ts'
import { readInventedLeads, resourcesDir } from '../../scoring/fixtures/invented-leads.ts'
import { createDriftReports } from '../drift/drift-reports.ts'
import { readReference } from '../windows/read-reference.ts'
import { leadsBehindIn } from './leads-behind.ts'

const { manifest } = bundledModel
const { fields, bands } = manifest
const NOW = new Date(2026, 10, 21, 15).getTime()
const clock = { nowMs: () => NOW, elapsedUs: () => 0 }
const reference = readReference(bundledModelFolder(resourcesDir), manifest, systemFiles)
const sources = { manifest, reference: () => reference, clock }

let history: OpenHistory
beforeAll(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  const shifted = readInventedLeads(fields, 'samples/leads-5000-shifted.csv').slice(0, 1500)
  const leads = shifted.map((values, i) => ({
    score: Math.fround(((i * 7919) % 997) / 997),
    identity: { name: i % 3 === 0 ? 'Ada' : 'Bo', email: `${i}@example.test` },
    values: Object.fromEntries(fields.map(({ name }, index) => [name, values[index] ?? null])),
  }))
  const day = (daysAgo: number) => trialClock(new Date(2026, 10, 21 - daysAgo, 12).getTime())
  await importTrialLeads(history, leads.slice(0, 1200), day(20))
  // Takes the places of a hundred.
  await importUpdating(history, leads.slice(1100, 1400))
  // Stored, and in no order by score yet.
  const open = startTrialBatch(history, day(0))
  for (const group of trialGroups(leads.slice(1400))) open.commit(group)
  return trial.remove
})

const windows = fc.constantFrom<Window>(
  { kind: 'all' },
  { kind: 'last', count: 333 },
  { kind: 'days', days: 5 },
  { kind: 'batch', batch: 1 },
)
const named = (...names: string[]) => fc.constantFrom(...names)
const conditions: fc.Arbitrary<LeadsBehind['condition']> = fc.oneof(
  fc.constant({ kind: 'all' as const }),
  fc.record({
    kind: fc.constant('missing' as const),
    field: named('summary', 'industry', 'companyfoundedon'),
  }),
  fc.record({
    kind: fc.constant('unseen' as const),
    field: named('location', 'languages', 'summary'),
    baseline: fc.constantFrom(
      { kind: 'reference' as const },
      { kind: 'window' as const, window: { kind: 'batch' as const, batch: 2 } },
    ),
  }),
  fc.record({
    kind: fc.constant('values' as const),
    field: named('industry', 'llm_seniority', 'llm_company_fit'),
    values: fc.subarray(['Higher Education', 'Entry', 'Mid', '0', '2', 'never met'], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('between' as const),
    field: named('companyfoundedon', 'llm_engagement', 'jobtitle', 'skills'),
    measure: fc.constantFrom('value' as const, 'characters' as const, 'parts' as const),
    from: fc.option(fc.constantFrom(0, 0.3, 4, 20, 1990)),
    below: fc.option(fc.constantFrom(0.7, 6, 40, 2005)),
  }),
)

/** The values the reference or another import holds of a field. */
function heldBy(baseline: { readonly kind: 'reference' | 'window' }, place: number): Set<FieldValue> {
  const rows =
    baseline.kind === 'reference'
      ? readInventedLeads(fields, 'model/reference.csv')
      : [...decoded.values()].filter(({ batch }) => batch === 2).map(({ values }) => values)
  return new Set(rows.map((row) => row[place] ?? null).filter((value) => value !== null))
}

/** Whether a lead meets a condition, said of its inputs. */
function meets(
  values: readonly FieldValue[],
  condition: LeadsBehind['condition'],
  held: Set<FieldValue>,
): boolean {
  if (condition.kind === 'all') return true
  const place = fields.findIndex(({ name }) => name === condition.field)
  const value = values[place] ?? null
  const type = fields[place]?.type
  if (condition.kind === 'missing') return value === null
  if (value === null) return false
  if (condition.kind === 'unseen') return type === 'category' && !held.has(value)
  if (condition.kind === 'values') return condition.values.some((wanted) => wanted === String(value))
  const { measure, from, below } = condition
  if ((measure === 'value') !== (typeof value === 'number')) return false
  const size =
    typeof value === 'number' ? value : measure === 'characters' ? [...value].length : partCount(value, ',')
  const short = Math.fround(size)
  return (from === null || short >= Math.fround(from)) && (below === null || short < Math.fround(below))
}

interface Decoded {
  readonly id: number
  readonly batch: number | null
  readonly score: number
  readonly scoredAt: number
  readonly name: string | null
  readonly values: readonly FieldValue[]
}
let decoded: ReadonlyMap<number, Decoded>
beforeAll(() => {
  const { db } = history.writer
  const lists = createLeadLists(db, bands)
  const inputs = createLeadInputs(db)
  decoded = new Map(
    [...lists.ids({ order: 'oldest' })].flat().map((id) => {
      const row = lists.rows.get(id)
      if (!row) throw new Error('a listed lead has no row')
      const { batch, score, scoredAt, name } = row
      return [id, { id, batch, score, scoredAt: Date.parse(scoredAt), name, values: inputs.one(id) }]
    }),
  )
})

function inWindow(window: Window): readonly Decoded[] {
  const all = [...decoded.values()]
  switch (window.kind) {
    case 'last':
      return all.slice(-window.count)
    case 'batch':
      return all.filter(({ batch }) => batch === window.batch)
    case 'days':
      return all.filter(({ scoredAt }) => scoredAt >= new Date(2026, 10, 21 - window.days).getTime())
    default:
      return all
  }
}

function expected(filter: LeadFilter, order: LeadOrder): number[] {
  const { behind, bands: wanted, batch, search } = filter
  if (!behind) return []
  const { condition } = behind
  const place = condition.kind === 'unseen' ? fields.findIndex(({ name }) => name === condition.field) : -1
  const held = condition.kind === 'unseen' ? heldBy(condition.baseline, place) : new Set<FieldValue>()
  const byScore = order === 'best' || order === 'worst'
  const sign = order === 'best' || order === 'newest' ? -1 : 1
  return inWindow(behind.window)
    .filter(({ values }) => meets(values, condition, held))
    .filter(({ score }) => !wanted?.length || wanted.includes(decideBand(score, bands)))
    .filter((lead) => batch === undefined || lead.batch === batch)
    .filter(({ name }) => search === undefined || name?.toLowerCase() === search)
    .sort((a, b) => sign * ((byScore ? a.score - b.score : 0) || a.id - b.id))
    .map(({ id }) => id)
}

const listsBehind = () =>
  createLeadLists(history.writer.db, bands, { behind: leadsBehindIn(sources)(history.writer.db) })

test('the list behind a finding is what a plain filter over decoded inputs gives, in every order and combination', () => {
  const lists = listsBehind()
  fc.assert(
    fc.property(
      fc.record({ window: windows, condition: conditions }),
      fc.record(
        { bands: fc.subarray(['hot', 'warm', 'cold'] as const), batch: fc.constantFrom(1, 2) },
        { requiredKeys: [] },
      ),
      fc.constantFrom<LeadOrder>('best', 'worst', 'newest', 'oldest'),
      fc.integer({ min: 7, max: 500 }),
      (behind, others, order, limit) => {
        const filter: LeadFilter = { behind, ...others }
        const ids: number[] = []
        let page = lists.page({ ...filter, order, limit })
        ids.push(...page.rows.map(({ id }) => id))
        while (page.next) {
          page = lists.page({ ...filter, order, limit, after: page.next })
          ids.push(...page.rows.map(({ id }) => id))
        }
        expect(ids).toEqual(expected(filter, order))
        expect(page.total).toBe(ids.length)
        expect([...lists.ids({ ...filter, order })].flat()).toEqual(ids)
      },
    ),
    { numRuns: 80 },
  )
})

test('words narrow the list behind a finding', async () => {
  await history.catchUp(() => false)
  const filter: LeadFilter = {
    search: 'ada',
    batch: 1,
    behind: { window: { kind: 'all' }, condition: { kind: 'missing', field: 'summary' } },
  }
  const wanted = expected(filter, 'best')
  expect(wanted.length).toBeGreaterThan(50)
  expect(listsBehind().page({ ...filter, order: 'best', limit: 500 })).toMatchObject({
    total: wanted.length,
    rows: wanted.slice(0, 500).map((id) => ({ id })),
  })
})

test('the last days are others after midnight, though nothing was stored', () => {
  let now = NOW
  const later = { ...sources, clock: { ...clock, nowMs: () => now } }
  const lists = createLeadLists(history.writer.db, bands, {
    behind: leadsBehindIn(later)(history.writer.db),
  })
  const behind: LeadsBehind = { window: { kind: 'days', days: 20 }, condition: { kind: 'all' } }
  const list = () => lists.page({ behind, batch: 1, order: 'best', limit: 1 }).total
  expect(list()).toBe(1100)
  now = new Date(2026, 10, 22, 1).getTime()
  expect(list()).toBe(0)
})

describe('a finding', () => {
  const reports = () => createDriftReports({ ...sources, db: () => history.writer.db })
  const windowsOfReports: Window[] = [
    { kind: 'all' },
    { kind: 'last', count: 200 },
    { kind: 'batch', batch: 2 },
  ]
  test.each(windowsOfReports)('has as many leads as the list behind it (%j)', async (window) => {
    for (const rule of ['size-aware', 'evidently'] as const) {
      const request = { window, baseline: { kind: 'reference' as const }, rule }
      const report = await reports().report(request, { cancelled: () => false })
      const findings = report.fields.flatMap((field) => field.findings).filter(({ behind }) => behind)
      expect(findings.length).toBeGreaterThan(8)
      const lists = listsBehind()
      for (const { sentence, behind } of findings) {
        const total = behind && lists.page({ behind: behind.leads, order: 'best', limit: 1 }).total
        expect([sentence, total]).toEqual([sentence, behind?.count])
      }
    }
  })
})

test('a finding of a field that the model does not have is refused', () => {
  const behind: LeadsBehind = { window: { kind: 'all' }, condition: { kind: 'missing', field: 'shoe size' } }
  expect(() => listsBehind().page({ behind, order: 'best', limit: 1 })).toThrow('no field "shoe size"')
})
