import { expect, test } from 'vitest'
import { paddedHistogram } from './padded-histogram.ts'

const TIMES = { edgesMs: [1, 2, 4], counts: [3, 1] }

test('empty bars follow until the largest limit lies inside one', () => {
  expect(paddedHistogram(TIMES, [10, 20])).toEqual({ edgesMs: [1, 2, 4, 8, 16, 32], counts: [3, 1, 0, 0, 0] })
})

test('a limit on an edge lies in the bar above it', () => {
  expect(paddedHistogram(TIMES, [8])).toEqual({ edgesMs: [1, 2, 4, 8, 16], counts: [3, 1, 0, 0] })
})

test('limits inside the bars, no limits and limits far away change nothing', () => {
  expect(paddedHistogram(TIMES, [3])).toEqual(TIMES)
  expect(paddedHistogram(TIMES, [])).toEqual(TIMES)
  expect(paddedHistogram(TIMES, [1e20])).toEqual(TIMES)
})
