/** Each rule at its boundary. */
import { describe, expect, test } from 'vitest'
import { alertKindSchema, type Thresholds, thresholdsSchema } from '../../../../contract/alerts.ts'
import { SCORE_DRIFT_P } from '../../drift/score-drift.ts'
import type { AlertFacts } from '../alert-facts.ts'
import { applyRules } from '../apply-rules.ts'
import { DEFAULT_THRESHOLDS } from '../default-thresholds.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const MINUTE = 60_000

const quiet: AlertFacts = {
  nowMs: NOW,
  failures: [],
  operationsAt: new Float64Array(0),
  singles: { startedAt: new Float64Array(0), totalMs: new Float32Array(0) },
  drift: null,
  outcomes: { recent: { leads: 0, engaged: 0 }, sinceTraining: 0 },
  modelAgeDays: 0,
}
const settings = { thresholds: DEFAULT_THRESHOLDS, muted: [] }
const reasons = (facts: Partial<AlertFacts>, changed = {}) =>
  applyRules({ ...quiet, ...facts }, { ...settings, thresholds: { ...DEFAULT_THRESHOLDS, ...changed } })
const kinds = (facts: Partial<AlertFacts>, changed = {}) => reasons(facts, changed).map(({ kind }) => kind)

const failed = (...minutesAgo: readonly number[]): AlertFacts['failures'] =>
  minutesAgo.map((ago) => ({ startedAt: NOW - ago * MINUTE, code: 'model_damaged' }))
/** Facts about so many operations just now, of which so many failed. */
const operations = (total: number, failures: number) => ({
  failures: failed(...Array.from({ length: failures }, () => 6)),
  operationsAt: new Float64Array(total).fill(NOW - 6 * MINUTE),
})
const singles = (minutesAgo: number, times: readonly number[]): Partial<AlertFacts> => ({
  singles: {
    startedAt: new Float64Array(times.length).fill(NOW - minutesAgo * MINUTE),
    totalMs: Float32Array.from(times),
  },
})
const drift = (some: Partial<NonNullable<AlertFacts['drift']>>): Partial<AlertFacts> => ({
  drift: {
    windowName: 'the last 30 days',
    judgedFields: 16,
    driftedFields: [],
    scoreDrifted: some.scoreP !== undefined,
    scoreP: null,
    ...some,
  },
})
const fields = (count: number) => Array.from({ length: count }, (_, i) => `Field ${i + 1}`)

test('nothing at all, no alert; even when every threshold is as low as it goes', () => {
  expect(kinds({})).toEqual([])
  expect(kinds(drift({ scoreP: 1 }), { driftedFields: 0, errorShare: 0, engagementRate: 0 })).toEqual([])
})

describe('engine down', () => {
  test('three failures in five minutes, and not two', () => {
    expect(kinds({ failures: failed(1, 2, 4.99) })).toEqual(['engine_down'])
    expect(kinds({ failures: failed(1, 4.99) })).toEqual([])
    expect(kinds({ failures: failed(1, 2, 5) })).toEqual([])
  })

  test('says what and what to do', () => {
    expect(reasons({ failures: failed(1, 2, 3) })).toEqual([
      {
        kind: 'engine_down',
        severity: 'critical',
        message: 'Scoring failed 3 times within 5 minutes.',
        nextStep: expect.stringContaining('Restart the app.'),
      },
    ])
  })

  test('a failure of the future, before the clock was set back, does not count', () => {
    expect(kinds({ failures: failed(1, 2, -1) })).toEqual([])
  })
})

describe('errors', () => {
  test('more than 5% of ten minutes, and not 5%', () => {
    expect(kinds(operations(20, 1))).toEqual([])
    expect(kinds(operations(19, 1))).toEqual(['errors'])
  })

  test('older ones do not count, on either side', () => {
    const { operationsAt } = operations(19, 0)
    expect(kinds({ operationsAt, failures: failed(10) })).toEqual([])
    expect(kinds({ operationsAt, failures: failed(9.99) })).toEqual(['errors'])
  })

  test('in words', () => {
    expect(reasons(operations(19, 1))[0]).toMatchObject({
      severity: 'high',
      message: '1 of 19 scorings within 10 minutes failed; more than 5% is too much.',
    })
  })
})

describe('slow scoring', () => {
  const mostly = (slow: number, ms: number, all = 40) =>
    Array.from({ length: all }, (_, i) => (i < slow ? ms : 1))

  test('p95 above 50 ms over five minutes, and not at 50', () => {
    expect(kinds(singles(4.99, mostly(3, 51)))).toEqual(['slow_scoring'])
    expect(kinds(singles(4.99, mostly(3, 50)))).toEqual([])
    expect(kinds(singles(5, mostly(3, 51)))).toEqual([])
  })

  test('p99 above 100 ms', () => {
    expect(kinds(singles(1, mostly(3, 101, 200)))).toEqual(['slow_scoring'])
    expect(kinds(singles(1, mostly(3, 100, 200)))).toEqual([])
  })

  test('one or two hiccups among few scores are none', () => {
    expect(kinds(singles(1, [400, 400]))).toEqual([])
    expect(kinds(singles(1, [60, 60, 60]))).toEqual(['slow_scoring'])
  })

  test('in words', () => {
    expect(reasons(singles(1, [60, 60, 60]))[0]?.message).toBe(
      '3 of 3 leads typed in within 5 minutes took longer than 50 ms; the slowest took 60 ms.',
    )
  })
})

describe('drift', () => {
  test('of half of the fields that were judged, and not of fewer', () => {
    expect(kinds(drift({ driftedFields: fields(8) }))).toEqual(['data_drift'])
    expect(kinds(drift({ driftedFields: fields(7) }))).toEqual([])
    expect(kinds(drift({ judgedFields: 0 }))).toEqual([])
  })

  test('of the scores at p below 0.01, and not at 0.01', () => {
    expect(kinds(drift({ scoreP: 0.0099 }))).toEqual(['score_drift'])
    expect(kinds(drift({ scoreP: 0.01 }))).toEqual([])
    // Certain, and too small to matter.
    expect(kinds(drift({ scoreP: 0, scoreDrifted: false }))).toEqual([])
  })

  test('of one field alone', () => {
    const one = drift({ judgedFields: 1, driftedFields: fields(1) })
    expect(reasons(one)[0]?.message).toBe(
      'In the last 30 days, 1 of 1 field is unlike those of the model’s own leads: Field 1.',
    )
  })

  test('in words', () => {
    expect(reasons(drift({ driftedFields: fields(8), scoreP: 0.001 })).map(({ message }) => message)).toEqual(
      [
        'In the last 30 days, 8 of 16 fields are unlike those of the model’s own leads: Field 1, Field 2, Field 3 and 5 more.',
        'In the last 30 days, the scores are spread differently than those of the model’s own leads; chance alone does that less than once in 100 times.',
      ],
    )
  })
})

describe('outcomes', () => {
  const outcomes = (leads: number, engaged: number, sinceTraining = 0) => ({
    outcomes: { recent: { leads, engaged }, sinceTraining },
  })

  test('an engagement below 10% of at least 50', () => {
    expect(kinds(outcomes(50, 4))).toEqual(['engagement_rate'])
    expect(kinds(outcomes(50, 5))).toEqual([])
    expect(kinds(outcomes(49, 0))).toEqual([])
    expect(reasons(outcomes(50, 4))[0]?.message).toBe(
      '4 of the last 50 leads with an outcome engaged (8%); under 10% is low.',
    )
  })

  test('500 new ones', () => {
    expect(kinds(outcomes(0, 0, 500))).toEqual(['enough_outcomes'])
    expect(kinds(outcomes(0, 0, 499))).toEqual([])
  })
})

test('a model older than 90 days, and not of 90', () => {
  expect(kinds({ modelAgeDays: 91 })).toEqual(['model_age'])
  expect(kinds({ modelAgeDays: 90 })).toEqual([])
})

const everything: AlertFacts = {
  ...quiet,
  ...operations(19, 1),
  ...singles(1, [60, 60, 60]),
  ...drift({ driftedFields: fields(8), scoreP: 0 }),
  failures: failed(1, 2, 3),
  outcomes: { recent: { leads: 50, engaged: 0 }, sinceTraining: 500 },
  modelAgeDays: 91,
}

test('every kind has a rule; the gravest comes first', () => {
  const all = applyRules(everything, settings)
  expect(all.map(({ kind }) => kind)).toEqual(alertKindSchema.options)
  expect(all.map(({ severity }) => severity)).toEqual([
    ...['critical', 'high', 'medium', 'medium', 'medium', 'low', 'low', 'low'],
  ])
  for (const { message, nextStep } of all) {
    expect(message).toMatch(/^[A-Z0-9].*\.$/)
    expect(nextStep).toMatch(/^[A-Z].*\.$/)
  }
})

test('a muted rule is not asked', () => {
  expect(applyRules(everything, { ...settings, muted: ['errors', 'model_age'] })).toHaveLength(6)
})

test.each([
  ['engineDownFailures', 4],
  ['engineDownMinutes', 2],
  ['errorShare', 0.5],
  ['slowP95Ms', 70],
  ['driftedFields', 0.6],
  ['engagementLeads', 51],
  ['engagementRate', 0],
  ['modelAgeDays', 91],
  ['newOutcomes', 501],
] as const)('with %s at %s there is one alert less', (name, value) => {
  const thresholds = { ...DEFAULT_THRESHOLDS, [name]: value }
  expect(applyRules(everything, { muted: [], thresholds })).toHaveLength(7)
})

describe('every threshold tells apart what is over it from what is not, as low and as high as it goes', () => {
  const times = (count: number, ms: number) =>
    singles(
      0.001,
      Array.from({ length: count }, () => ms),
    )
  const recent = (leads: number, engaged: number, sinceTraining = 0) => ({
    outcomes: { recent: { leads, engaged }, sinceTraining },
  })
  const ofThousand = (failures: number) => operations(1000, failures)
  const LOOSE = { slowP95Ms: 60_000, slowP99Ms: 60_000, engineDownFailures: 1000, errorMinutes: 1440 }

  /** Facts that are over a limit, and facts that are just not; other thresholds keep out of the way. */
  const around: Readonly<
    Record<
      Exclude<keyof Thresholds, 'cooldownHours'>,
      (limit: number) => readonly [over: Partial<AlertFacts>, under: Partial<AlertFacts>, changed?: object]
    >
  > = {
    engineDownFailures: (n) => [
      { failures: failed(...new Array(n).fill(1)) },
      { failures: failed(...new Array(n - 1).fill(1)) },
    ],
    engineDownMinutes: (m) => [
      { failures: failed(m - 0.01, m - 0.01, m - 0.01) },
      { failures: failed(m, m, m) },
    ],
    errorShare: (share) => [
      ofThousand(Math.floor(share * 1000) + 1),
      ofThousand(Math.floor(share * 1000)),
      LOOSE,
    ],
    errorMinutes: (m) => [
      { failures: failed(m - 0.01), operationsAt: Float64Array.of(NOW) },
      { failures: failed(m), operationsAt: Float64Array.of(NOW) },
    ],
    slowP95Ms: (ms) => [times(3, ms + 1), times(3, ms), { slowP99Ms: 60_000 }],
    slowP99Ms: (ms) => [times(3, ms + 1), times(3, ms), { slowP95Ms: 60_000 }],
    slowMinutes: (m) => [singles(m - 0.01, [999, 999, 999]), singles(m, [999, 999, 999])],
    driftedFields: (share) => {
      const least = Math.max(1, Math.ceil(share * 100))
      return [
        drift({ judgedFields: 100, driftedFields: fields(least) }),
        drift({ judgedFields: 100, driftedFields: fields(least - 1) }),
      ]
    },
    scoreDriftP: (p) => [drift({ scoreP: p * 0.99 }), drift({ scoreP: p })],
    engagementRate: (rate) => [recent(1e6, Math.ceil(rate * 1e6) - 1), recent(1e6, Math.ceil(rate * 1e6))],
    engagementLeads: (leads) => [recent(leads, 0), recent(leads - 1, 0)],
    modelAgeDays: (days) => [{ modelAgeDays: days + 1 }, { modelAgeDays: days }],
    newOutcomes: (n) => [recent(0, 0, n), recent(0, 0, n - 1)],
  }
  /** These limits ask for what cannot be: the rule is off. */
  const OFF: Readonly<Record<string, number>> = { errorShare: 1, engagementRate: 0 }

  test.each(Object.entries(around))('%s', (name, factsAround) => {
    const { minValue, maxValue } = thresholdsSchema.shape[name as keyof typeof around]
    const [least, most] = [Math.max(minValue ?? 0, name === 'scoreDriftP' ? 1e-9 : 0), maxValue ?? 0]
    for (const limit of [least, DEFAULT_THRESHOLDS[name as keyof typeof around], most]) {
      const [over, under, changed = {}] = factsAround(limit)
      const thresholds = { ...changed, [name]: limit }
      if (OFF[name] !== limit) expect(kinds(over, thresholds), `over ${limit}`).toHaveLength(1)
      expect(kinds(under, thresholds), `under ${limit}`).toEqual([])
    }
  })

  test('and no chance asked of the scores is above what the report itself calls different', () => {
    expect(thresholdsSchema.shape.scoreDriftP.maxValue).toBe(SCORE_DRIFT_P)
  })
})
