/** Days where clocks are changed: none may be lost, and none counted twice. */
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { periodOf } from '../drift/timeline-periods.ts'
import { dayOf, dayStart, windowRange } from './window-range.ts'

const usual = process.env.TZ
afterAll(() => {
  if (usual === undefined) delete process.env.TZ
  else process.env.TZ = usual
})

/** Changes at two, at midnight forwards, at midnight back, by half an hour, and a day that never was. */
const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const HOUR = 3_600_000
const moment = fc
  .integer({ min: Date.UTC(2009, 0, 1) / HOUR, max: Date.UTC(2027, 0, 1) / HOUR })
  .map((h) => h * HOUR)

describe.each(ZONES)('in %s', (zone) => {
  const inZone = (check: (ms: number) => void) => {
    process.env.TZ = zone
    fc.assert(fc.property(moment, check), { numRuns: 2000 })
  }

  test('every moment lies in its day, and in no other', () => {
    inZone((ms) => {
      const day = dayOf(ms)
      expect(dayStart(day, 0)).toBeLessThanOrEqual(ms)
      expect(dayStart(day, 1)).toBeGreaterThan(ms)
      const { fromMs, beforeMs } = windowRange({ kind: 'period', from: day, to: day }, ms)
      expect([fromMs, beforeMs]).toEqual([dayStart(day, 0), dayStart(day, 1)])
    })
  })

  test('every moment lies in its week and its month', () => {
    inZone((ms) => {
      for (const step of ['week', 'month'] as const) {
        const { from, to } = periodOf(ms, step)
        const { fromMs, beforeMs } = windowRange({ kind: 'period', from, to }, ms)
        expect(ms >= fromMs && ms < beforeMs).toBe(true)
        expect(periodOf(fromMs, step)).toEqual(periodOf(ms, step))
        expect(periodOf(beforeMs, step).from > to).toBe(true)
      }
    })
  })

  test('the last days begin at a midnight', () => {
    inZone((ms) => {
      const { fromMs } = windowRange({ kind: 'days', days: 30 }, ms)
      expect(dayOf(fromMs - 1) < dayOf(fromMs)).toBe(true)
      const days = (Date.parse(dayOf(ms)) - Date.parse(dayOf(fromMs))) / (24 * HOUR)
      // One fewer where the first of them never was.
      expect(days === 30 || (days === 29 && zone === 'Pacific/Apia')).toBe(true)
    })
  })
})
