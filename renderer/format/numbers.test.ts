import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatEstimate,
  formatMs,
  formatSeconds,
  formatShortCount,
  formatTimeLeft,
  formatYear,
} from './numbers.ts'

describe('numbers', () => {
  it('groups counts as the locale does, and years never', () => {
    expect(formatCount(1_234_567, 'en')).toBe('1,234,567')
    expect(formatCount(1_234_567, 'de')).toBe('1.234.567')
    expect(formatYear(2012, 'en')).toBe('2012')
    expect(formatShortCount(1_234_567, 'en')).toBe('1.2M')
  })

  it('gives an estimate no more digits than it can have', () => {
    expect([1_169_318, 84_211, 37].map((rows) => formatEstimate(rows, 'en'))).toEqual([
      '1,200,000',
      '84,000',
      '37',
    ])
  })

  it('gives latencies the digits that matter', () => {
    expect([0.037, 0.82, 12.4, 1400].map((ms) => formatMs(ms, 'en'))).toEqual([
      '0.04 ms',
      '0.8 ms',
      '12 ms',
      '1.4 sec',
    ])
  })

  it('says durations in two units at most', () => {
    expect([0.42, 1, 12.3, 59.7, 200, 3600, 5400].map((seconds) => formatSeconds(seconds, 'en'))).toEqual([
      'less than a second',
      '1 second',
      '12 seconds',
      '1 minute',
      '3 minutes 20 seconds',
      '1 hour',
      '1 hour 30 minutes',
    ])
  })

  it('says the time left in steps that do not flicker', () => {
    expect([2, 11, 14, 57, 130, 4000].map((seconds) => formatTimeLeft(seconds, 'en'))).toEqual([
      'a few seconds left',
      'about 15 seconds left',
      'about 15 seconds left',
      'about 1 minute left',
      'about 2 minutes left',
      'about 1 hour left',
    ])
  })

  it('says file sizes in the unit that fits', () => {
    expect([0, 1, 999, 1500, 12_000_000, 3_200_000_000].map((bytes) => formatBytes(bytes, 'en'))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1.5 kB',
      '12 MB',
      '3.2 GB',
    ])
  })
})
