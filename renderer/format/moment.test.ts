import { describe, expect, it } from 'vitest'
import { formatEpochDay, formatWhen } from './moment.ts'

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
