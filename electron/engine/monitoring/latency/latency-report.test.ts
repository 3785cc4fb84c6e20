/** The report against a slow, obvious computation over the rows of `operation`, one number per lead. */
import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { quantile } from '../../../../model/statistics/quantile.ts'
import type { LatencyDistribution, OperationLatency } from '../../../contract/performance.ts'
import type { Window } from '../../../contract/windows.ts'
import { newTrialHistory, type TrialHistory } from '../../history/fixtures/trial-history.ts'
import type { OpenHistory } from '../../history/open-history.ts'
import { openReader } from '../../history/open-reader.ts'
import { createOperationPacker } from '../../history/pack-operations.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledModelFolder } from '../../registry/read-bundle.ts'
import { readLatencyBaseline } from '../../registry/read-latency-baseline.ts'
import { resourcesDir } from '../../scoring/fixtures/invented-leads.ts'
import { DEFAULT_THRESHOLDS } from '../alerts/default-thresholds.ts'
import { reportLatency } from './latency-report.ts'

const DAY = 86_400_000
const START = new Date(2026, 8, 1).getTime()
const baseline = readLatencyBaseline(bundledModelFolder(resourcesDir), systemFiles)
const parts = { baseline, thresholds: DEFAULT_THRESHOLDS, nowMs: START + 60 * DAY }

let trial: TrialHistory
let history: OpenHistory
beforeEach(async () => {
  trial = await newTrialHistory()
  history = trial.history
  history.writer.db.exec(`
    INSERT INTO batch (state, file_name, file_bytes, header_signature, mapping, model_id, started_at)
    VALUES ('done', 'one.csv', 1, 'h', '[]', 1, 0), ('done', 'two.csv', 1, 'h', '[]', 1, 0)`)
  return trial.remove
})

interface Scoring {
  readonly batch: number | null
  readonly at: number
  readonly rows: number
  /** Features, inference, storage. */
  readonly us: readonly [number, number, number]
}

function store(scorings: readonly Scoring[], perPack = 3): void {
  const { db, transaction } = history.writer
  db.exec('DELETE FROM operation; DELETE FROM operation_pack; DELETE FROM opening')
  const insert = db.prepare<Record<string, number | string | null>>(
    `INSERT INTO operation (kind, started_at, rows, features_us, inference_us, storage_us, batch_id,
                            first_prediction_id, last_prediction_id)
     VALUES (:kind, :at, :rows, :features, :inference, :storage, :batch, 1, :rows)`,
  )
  const packer = createOperationPacker(db, perPack)
  for (const { batch, at, rows, us } of scorings) {
    const [features, inference, storage] = us
    insert.run({ kind: batch === null ? 'lead' : 'import', at, rows, features, inference, storage, batch })
  }
  while (transaction(() => packer.packSome()));
}

const single = (at: number, totalMs: number): Scoring => ({
  batch: null,
  at,
  rows: 1,
  us: [totalMs * 100, totalMs * 200, totalMs * 700],
})

const scoringArbitrary: fc.Arbitrary<Scoring> = fc
  .record({
    batch: fc.constantFrom(null, null, null, 1, 2),
    // Not in order: clocks are set back.
    at: fc.integer({ min: 0, max: 9 * 24 }).map((hour) => START + hour * 3_600_000),
    rows: fc.integer({ min: 1, max: 12 }),
    // Sums of these are the same in float32 as in float64.
    us: fc.tuple(fc.integer({ min: 1, max: 1 << 20 }), fc.nat({ max: 1000 }), fc.nat({ max: 1 << 16 })),
  })
  .map((scoring) => (scoring.batch === null ? { ...scoring, rows: 1 } : scoring))

type TrialWindow = Exclude<Window, { kind: 'days' }>

const windowArbitrary: fc.Arbitrary<TrialWindow> = fc.oneof(
  fc.constant({ kind: 'all' } as const),
  fc.integer({ min: 1, max: 60 }).map((count) => ({ kind: 'last', count }) as const),
  fc.constantFrom(1, 2).map((batch) => ({ kind: 'batch', batch }) as const),
  fc.constant({ kind: 'period', from: '2026-09-03', to: '2026-09-05' } as const),
)

/** Every lead's own time, in the order scored. */
function leads(scorings: readonly Scoring[], window: TrialWindow) {
  const all = scorings.flatMap(({ batch, at, rows, us }) =>
    Array.from({ length: rows }, () => ({ batch, at, us: us.map((one) => one / rows) })),
  )
  switch (window.kind) {
    case 'all':
      return all
    case 'last':
      return all.slice(-window.count)
    case 'batch':
      return all.filter(({ batch }) => batch === window.batch)
    case 'period':
      return all.filter(
        ({ at }) => at >= new Date(2026, 8, 3).getTime() && at < new Date(2026, 8, 6).getTime(),
      )
  }
}

function slowDistribution(ms: readonly number[]): LatencyDistribution | null {
  if (ms.length === 0) return null
  const sorted = Float64Array.from(ms).sort()
  const at = (share: number) => expect.closeTo(quantile(sorted, share), 3)
  const mean = expect.closeTo(ms.reduce((sum, one) => sum + one, 0) / ms.length, 3)
  return { n: ms.length, mean, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

test('numbers are those of every lead counted by itself, whatever the window', () => {
  fc.assert(
    fc.property(fc.array(scoringArbitrary, { maxLength: 40 }), windowArbitrary, (scorings, window) => {
      store(scorings)
      const wanted = leads(scorings, window)
      const report = reportLatency(history.writer.db, { window }, parts)
      expect(report.window.leads).toBe(wanted.length)
      for (const found of report.operations) {
        const mine = wanted.filter(({ batch }) => (batch === null) === (found.operation === 'single'))
        const stage = (us: (one: readonly number[]) => number) =>
          slowDistribution(mine.map((one) => us(one.us) / 1000))
        const total = (us: readonly number[]) => us.reduce((sum, one) => sum + one, 0)
        expect(found.stages).toEqual(
          mine.length === 0
            ? null
            : {
                features: stage((us) => us[0] ?? 0),
                inference: stage((us) => us[1] ?? 0),
                storage: stage((us) => us[2] ?? 0),
                total: stage(total),
              },
        )
        expect(countsOf(found)).toBe(mine.length)
        expect(found.trend.reduce((sum, { n }) => sum + n, 0)).toBe(mine.length)
      }
      expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/)
    }),
    { numRuns: 200 },
  )
})

const countsOf = ({ histogram }: OperationLatency) =>
  histogram?.counts.reduce((sum, count) => sum + count, 0) ?? 0

test('the histogram counts each time in the bar that holds it', () => {
  const times = [0.1, 0.125, 0.126, 1, 1, 9.99, 10, 12.5, 250]
  store(times.map((ms, i) => single(START + i, ms)))
  const [found] = reportLatency(history.writer.db, { window: { kind: 'all' } }, parts).operations
  const { edgesMs = [], counts = [] } = found?.histogram ?? {}
  expect(edgesMs).toHaveLength(counts.length + 1)
  counts.forEach((count, bar) => {
    const [from = 0, below = 0] = [edgesMs[bar], edgesMs[bar + 1]]
    expect(below / from).toBeCloseTo(10 ** 0.1, 9)
    // Float32 holds 0.1 a little above it.
    expect(count).toBe(times.filter((ms) => Math.fround(ms) >= from && Math.fround(ms) < below).length)
  })
})

describe('the trend', () => {
  const trend = (scorings: readonly Scoring[]) => {
    store(scorings)
    return reportLatency(history.writer.db, { window: { kind: 'all' } }, parts).operations[0]?.trend
  }

  test('goes by day, in the order of days, without the empty ones', () => {
    expect(
      trend([single(START + 5 * DAY + 1, 4), single(START + 23, 1), single(START + DAY - 1, 3)]),
    ).toEqual([
      { at: new Date(2026, 8, 1).toISOString(), n: 2, p50: 2, p95: expect.closeTo(2.9, 6) },
      { at: new Date(2026, 8, 6).toISOString(), n: 1, p50: 4, p95: 4 },
    ])
  })

  test('goes by hour when all lies within three days', () => {
    expect(trend([single(START + DAY, 1), single(START + 3 * DAY - 1, 2)])).toEqual([
      { at: new Date(START + DAY).toISOString(), n: 1, p50: 1, p95: 1 },
      { at: new Date(START + 3 * DAY - 3_600_000).toISOString(), n: 1, p50: 2, p95: 2 },
    ])
  })
})

describe('the slowest', () => {
  test('are the ten that took longest for a lead, the slowest first', () => {
    fc.assert(
      fc.property(fc.array(scoringArbitrary, { maxLength: 40 }), (scorings) => {
        store(scorings)
        const { slowest } = reportLatency(history.writer.db, { window: { kind: 'all' } }, parts)
        const perLead = ({ us, rows }: Scoring) => us.reduce((sum, one) => sum + one, 0) / 1000 / rows
        const wanted = scorings.map(perLead).sort((a, b) => b - a)
        expect(slowest.map(({ totalMs, rows }) => totalMs / rows)).toEqual(
          wanted.slice(0, 10).map((ms) => expect.closeTo(ms, 3)),
        )
      }),
      { numRuns: 100 },
    )
  })

  test('say why, where that is known', () => {
    store([
      { batch: 1, at: START + 1000, rows: 100, us: [1, 1, 1] },
      single(START + 1200, 90),
      single(START + DAY, 70),
      single(START + DAY + 10_000, 80),
      single(START + DAY + 20_000, 60),
    ])
    history.writer.db.exec(`INSERT INTO opening VALUES (${START}), (${START + DAY - 5})`)
    const { slowest } = reportLatency(history.writer.db, { window: { kind: 'all' } }, parts)
    expect(slowest.map(({ totalMs, cause }) => [Math.round(totalMs), cause])).toEqual([
      [90, 'It was the first score after the start of the app.'],
      [80, null],
      [70, 'It was the first score after the start of the app.'],
      [60, null],
      [0, null],
    ])
    history.writer.db.exec('DELETE FROM opening')
    const again = reportLatency(history.writer.db, { window: { kind: 'all' } }, parts).slowest
    expect(again[0]).toMatchObject({
      cause: 'one.csv was being imported at the time.',
      slowestStage: 'storage',
    })
  })
})

describe('what it is compared with', () => {
  test('the bundle, on a machine with a name', () => {
    store([])
    const report = reportLatency(history.writer.db, { window: { kind: 'all' } }, parts)
    expect(report.baselineMachine).toContain(`(${baseline?.machine.processor}), `)
    // Plainly: a kernel's release may name the machine.
    expect(baseline?.machine.system).toMatch(/^(Linux|macOS|Windows)$/)
    expect(report.operations[0]?.baseline).toEqual(baseline?.single)
    expect(report.operations[1]?.baseline).toEqual(baseline?.batch ?? null)
    const without = reportLatency(
      history.writer.db,
      { window: { kind: 'all' } },
      { ...parts, baseline: null },
    )
    expect(without.baselineMachine).toBeNull()
    expect(without.operations.map((one) => one.baseline)).toEqual([null, null])
  })

  test('its own first 28 days, once they are over and if there was enough', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => single(START + i * 1000, 2))
    const later = single(START + 28 * DAY, 50)
    const firstWeeks = (scorings: readonly Scoring[], nowMs: number) => {
      store(scorings)
      return reportLatency(history.writer.db, { window: { kind: 'all' } }, { ...parts, nowMs }).operations[0]
        ?.firstWeeks
    }
    const over = new Date(2026, 8, 29).getTime()
    expect(firstWeeks([...hundred, later], over)).toMatchObject({ n: 100, max: 2 })
    expect(firstWeeks([...hundred, later], over - 1)).toBeNull()
    expect(firstWeeks([...hundred.slice(1), later], over)).toBeNull()
  })
})

test('a report is of one moment, whatever is taken out while it is made', () => {
  store([single(START, 5)])
  const db = openReader(trial.path, systemFiles)
  if (!db) throw new Error('the history is there')
  const prepare = db.prepare.bind(db)
  vi.spyOn(db, 'prepare').mockImplementation((sql) => {
    if (sql.startsWith('SELECT first_prediction_id')) history.writer.db.exec('DELETE FROM operation')
    return prepare(sql)
  })
  expect(reportLatency(db, { window: { kind: 'all' } }, parts).slowest).toMatchObject([{ lead: 1 }])
  db.close()
})
