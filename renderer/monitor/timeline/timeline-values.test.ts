import { expect, test } from 'vitest'
import { EXPECTED, fewNames, SCORE, timelineValues } from './timeline-values.ts'

const point = (expected: number | null, values: Record<string, number | null>) => ({
  from: '2026-11-02',
  to: '2026-11-08',
  merged: false,
  window: { kind: 'all' } as const,
  leads: 40,
  verdict: 'no_drift' as const,
  driftedFields: [],
  values,
  expected,
})

test('a figure of each period in order, with gaps where there is none', () => {
  const points = [point(0.2, { score: 0.1, jobtitle: null }), point(null, { score: 0 })]
  expect(timelineValues(points, EXPECTED)).toEqual([0.2, null])
  expect(timelineValues(points, SCORE)).toEqual([0.1, 0])
  expect(timelineValues(points, 'jobtitle')).toEqual([null, null])
  expect(timelineValues(points, 'no such field')).toEqual([null, null])
})

test('a long list of names is cut, but never for one name alone', () => {
  expect(fewNames([], 2)).toBe('')
  expect(fewNames(['a', 'b', 'c'], 2)).toBe('a, b, c')
  expect(fewNames(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more')
})
