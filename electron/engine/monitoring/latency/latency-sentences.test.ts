import { describe, expect, test } from 'vitest'
import type { LatencyBaseline } from '../../../../model/bundle/latency-baseline.ts'
import type { LatencyDistribution, OperationLatency } from '../../../contract/performance.ts'
import { DEFAULT_THRESHOLDS } from '../alerts/default-thresholds.ts'
import { describeMachine, inTime, judgeLatency } from './latency-sentences.ts'

const times = (some: Partial<LatencyDistribution>): LatencyDistribution => ({
  n: 340,
  mean: 0.5,
  p50: 0.44,
  p95: 0.6,
  p99: 1,
  max: 3,
  ...some,
})
const operation = (
  total: LatencyDistribution | null,
  baseline: LatencyDistribution | null = null,
): OperationLatency => ({
  operation: 'single',
  stages: total && { features: total, inference: total, storage: total, total },
  baseline: baseline && { total: baseline },
  firstWeeks: null,
  histogram: null,
  trend: [],
  thresholds: { p95: 50, p99: 100 },
})
const judge = (single: OperationLatency, batch = operation(null)) =>
  judgeLatency('the last 30 days', single, batch, DEFAULT_THRESHOLDS)

test('one imported lead is not many', () => {
  const imported = operation(times({ n: 1, mean: 2 }))
  expect(judgeLatency('leads.csv', operation(null), imported, DEFAULT_THRESHOLDS).headline).toBe(
    'leads.csv: 1 lead was imported, which took 2 ms. Only leads that are typed in are judged as fast or slow, and there are none.',
  )
})

test('a time of nothing is compared with nothing', () => {
  expect(judge(operation(times({}), times({ p50: 0 }))).headline).not.toContain('computer')
  expect(judge(operation(times({ p50: 0, p95: 0 }), times({}))).headline).toContain('half took at most 0 ms')
})

test('of everything there is, no window is named', () => {
  const nothing = operation(null)
  expect(judgeLatency(null, nothing, nothing, DEFAULT_THRESHOLDS).headline).toBe('Nothing was scored.')
})

describe('the verdict', () => {
  test('fast', () => {
    expect(judge(operation(times({})))).toEqual({
      verdict: 'fast',
      headline: 'Scoring is fast: of 340 leads typed in, half took at most 0.44 ms and 95% at most 0.6 ms.',
    })
  })

  test.each([
    [{ p95: 50 }, 'fast'],
    [{ p95: 50.1 }, 'slow'],
    [{ p99: 100 }, 'fast'],
    [{ p99: 100.1 }, 'slow'],
  ] as const)('%o is %s', (some, verdict) => {
    expect(judge(operation(times(some))).verdict).toBe(verdict)
  })

  test('slow, with the limit', () => {
    expect(judge(operation(times({ p95: 61.5 }))).headline).toBe(
      'Scoring is slow: 5% of the 340 leads typed in took 61 ms or longer; the limit is 50 ms.',
    )
  })

  test('of too few is none', () => {
    expect(judge(operation(times({ n: 19, p95: 90, max: 91 })))).toEqual({
      verdict: 'not_judged',
      headline: 'The last 30 days: only 19 leads were typed in, too few to judge; the slowest took 91 ms.',
    })
    expect(judge(operation(times({ n: 20, p95: 90 }))).verdict).toBe('slow')
    expect(judge(operation(times({ n: 1, max: 3 }))).headline).toBe(
      'The last 30 days: only 1 lead was typed in, too few to judge; it took 3 ms.',
    )
  })

  test('of nothing, and of imports alone', () => {
    expect(judge(operation(null))).toEqual({
      verdict: 'no_operations',
      headline: 'The last 30 days: nothing was scored.',
    })
    expect(judge(operation(null), operation(times({ n: 5000, mean: 0.0123 })))).toEqual({
      verdict: 'not_judged',
      headline:
        'The last 30 days: 5,000 leads were imported, which took 0.012 ms each on average. ' +
        'Only leads that are typed in are judged as fast or slow, and there are none.',
    })
  })
})

test.each([
  [0.44, 'That is about as fast as on the computer the model was measured on.'],
  [0.3, 'That is about 1.5 times as long as on the computer the model was measured on.'],
  [0.22, 'That is about twice as long as on the computer'],
  [0.0277, 'That is about 16 times as long as on the computer'],
  [0.0001, 'That is about 4,400 times as long as on the computer'],
  [0.9, 'That is faster than on the computer the model was measured on.'],
])('against a median of %s ms: %s', (p50, sentence) => {
  expect(judge(operation(times({}), times({ p50 }))).headline).toContain(sentence)
})

test.each([
  [0, '0 ms'],
  [0.0279, '0.028 ms'],
  [0.4399, '0.44 ms'],
  [0.441, '0.45 ms'],
  [3, '3 ms'],
  [49.9, '50 ms'],
  [101, '110 ms'],
  [999.5, '1,000 ms'],
  [61_500, '62 s'],
  [119_000, '120 s'],
  [125_000, '2.1 minutes'],
  [86_400_000, '24 hours'],
])('%s ms in words: %s', (ms, words) => {
  expect(inTime(ms)).toBe(words)
})

test('rounded down', () => {
  expect([0.4399, 0.44, 3, 61.5, 1234].map((ms) => inTime(ms, 'down'))).toEqual([
    '0.43 ms',
    '0.44 ms',
    '3 ms',
    '61 ms',
    '1.2 s',
  ])
})

test('the machine the model was measured on', () => {
  const total = times({})
  const stages = { features: total, inference: total, storage: total, total }
  const machine = { processor: 'Some CPU', cores: 2, memoryGb: 25, system: 'Linux', node: 'v24.0.0' }
  const baseline: LatencyBaseline = { machine, single: stages, batchPerLead: total }
  expect(describeMachine(baseline)).toBe(
    'a computer with 2 processor cores (Some CPU), 25 GB of memory and Linux',
  )
})
