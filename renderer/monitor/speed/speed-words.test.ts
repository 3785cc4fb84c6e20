import { expect, test } from 'vitest'
import type { OperationLatency } from '../../../electron/contract/performance.ts'
import { measuredWords, speedVerdictWords } from './speed-words.ts'

const times = { n: 1, mean: 1, p50: 1, p95: 1, p99: 1, max: 1 }
const operation = (kind: OperationLatency['operation'], isThere: boolean): OperationLatency => ({
  operation: kind,
  stages: isThere ? { features: times, inference: times, storage: times, total: times } : null,
  baseline: null,
  firstWeeks: null,
  histogram: null,
  trend: [],
  thresholds: { p95: 50, p99: 100 },
})
const chip = (isTypedIn: boolean) =>
  speedVerdictWords({
    verdict: 'not_judged',
    operations: [operation('single', isTypedIn), operation('batch', true)],
  }).word

test('where leads are only imported, nothing is missing', () => {
  expect(chip(false)).toBe('Imports only')
  expect(chip(true)).toBe('Too few to judge')
})

test('why a small import takes longer for a lead is said of imports', () => {
  expect(measuredWords('single', 'a computer', 2000)).toBe('The model was measured on a computer.')
  expect(measuredWords('batch', 'a computer', 5000)).toBe(
    'The model was measured on a computer. It scored 5,000 leads there, one large import after another. ' +
      'Each import takes a moment to start; in a small one that shows in the time of each lead.',
  )
})
