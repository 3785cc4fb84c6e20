import { describe, expect, it } from 'vitest'
import {
  formatDayNames,
  formatDaySpans,
  formatDays,
  formatEpochDay,
  formatTrendTimes,
  formatWhen,
} from './moment.ts'

describe('formatWhen', () => {
  const now = new Date(2026, 10, 21, 15, 0)
  const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

  it('says the time today, the day this year, and the year where it differs', () => {
    expect(formatWhen(at(2026, 10, 21, 9, 5), now, 'en-GB')).toBe('09:05')
    expect(formatWhen(at(2026, 2, 3, 9, 5), now, 'en-GB')).toBe('3 Mar')
    expect(formatWhen(at(2025, 2, 3, 9, 5), now, 'en-GB')).toBe('3 Mar 2025')
  })
})

describe('formatEpochDay', () => {
  it('is the same day in every time zone', () => {
    expect(formatEpochDay(20_000, 'en-GB')).toBe('4 Oct 2024')
  })
})

describe('formatTrendTimes', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour).toISOString()

  it('gives days, and hours as soon as two points are of one day', () => {
    expect(formatTrendTimes([at(20, 0), at(21, 0)], 'en-GB')).toEqual(['20 Nov', '21 Nov'])
    expect(formatTrendTimes([at(21, 9), at(21, 10)], 'en-GB')).toEqual(['21 Nov, 9:00', '21 Nov, 10:00'])
  })
})

describe('formatDays', () => {
  it('names a period as the engine’s sentences do', () => {
    expect(formatDays('2026-11-02', '2026-11-08')).toBe('2 Nov 2026 to 8 Nov 2026')
    expect(formatDays('2026-11-02', '2026-11-02')).toBe('2 Nov 2026')
  })
})

describe('formatDaySpans', () => {
  it('names the year only where there are several', () => {
    // Which spaces stand around the dash is the runtime's affair.
    const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll(/\s*–\s*/g, '–'))
    const week = { from: '2026-11-02', to: '2026-11-08' }
    expect(plain(formatDaySpans([week]))).toEqual(['2–8 Nov'])
    expect(plain(formatDaySpans([{ from: '2025-12-29', to: '2026-01-04' }, week]))).toEqual([
      '29 Dec 2025–4 Jan 2026',
      '2–8 Nov 2026',
    ])
  })
})

describe('formatDayNames', () => {
  it('names the year only where there are several', () => {
    expect(formatDayNames(['2026-11-02', '2026-11-03'])).toEqual(['2 Nov', '3 Nov'])
    expect(formatDayNames(['2026-12-31', '2027-01-01'])).toEqual(['31 Dec 2026', '1 Jan 2027'])
  })
})
