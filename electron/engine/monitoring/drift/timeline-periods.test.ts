import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeThin, periodOf } from './timeline-periods.ts'

const at = (year: number, month: number, day: number, hour = 12) =>
  new Date(year, month - 1, day, hour).getTime()

describe('a week', () => {
  test.each([
    [at(2026, 11, 16, 0), '2026-11-16', '2026-11-22'],
    [at(2026, 11, 22, 23), '2026-11-16', '2026-11-22'],
    [at(2027, 1, 1), '2026-12-28', '2027-01-03'],
    // Around the days on which clocks change in many places.
    [at(2026, 3, 29, 3), '2026-03-23', '2026-03-29'],
    [at(2026, 10, 25, 3), '2026-10-19', '2026-10-25'],
  ])('of %d is from Monday to Sunday', (ms, from, to) => {
    expect(periodOf(ms, 'week')).toEqual({ from, to, merged: false })
  })
})

test.each([
  [at(2026, 2, 1, 0), '2026-02-01', '2026-02-28'],
  [at(2028, 2, 29, 23), '2028-02-01', '2028-02-29'],
  [at(2026, 12, 31), '2026-12-01', '2026-12-31'],
])('a month has all its days', (ms, from, to) => {
  expect(periodOf(ms, 'month')).toEqual({ from, to, merged: false })
})

test('no lead is lost or moved, and only a single point is thin', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 30 }), (sizes) => {
      const periods = sizes.map((leads, month) => ({
        period: periodOf(new Date(2020, month, 5).getTime(), 'month'),
        leads,
      }))
      const merged = mergeThin(periods, 30)
      expect(merged.flatMap(({ parts }) => parts)).toEqual(periods)
      for (const { period, parts } of merged) {
        const leads = parts.reduce((sum, part) => sum + part.leads, 0)
        if (merged.length > 1) expect(leads).toBeGreaterThanOrEqual(30)
        expect(period).toEqual({
          from: parts[0]?.period.from,
          to: parts.at(-1)?.period.to,
          merged: parts.length > 1,
        })
      }
    }),
  )
})
