import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceParts, formatChance, formatShare, timesInHundred } from './chance.ts'

describe('formatChance', () => {
  it('never shows a score as having reached a limit it has not reached', () => {
    expect(formatChance(0.6996, 'en')).toBe('69.9%')
    expect(formatChance(0.69999999, 'en')).toBe('69.9%')
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (score) => {
        expect(Number.parseFloat(formatChance(score, 'en'))).toBeLessThanOrEqual(score * 100 + 1e-9)
      }),
    )
  })

  it('shows a limit as itself although it has no exact binary form', () => {
    for (let tenths = 0; tenths <= 1000; tenths++) {
      expect(formatChance(tenths / 1000, 'en')).toBe(`${(tenths / 10).toFixed(1)}%`)
    }
  })

  it('follows the locale', () => {
    expect(formatChance(0.734, 'de')).toBe('73,4\u00a0%')
    expect(formatShare(0.7, 'fr')).toMatch(/^70\s%$/)
  })
})

describe('chanceParts', () => {
  it('splits where the display changes size and loses nothing', () => {
    expect(chanceParts(0.734, 'en')).toEqual({ figures: '73', rest: '.4%' })
    expect(chanceParts(0.734, 'de')).toEqual({ figures: '73', rest: ',4\u00a0%' })
  })
})

describe('timesInHundred', () => {
  it('keeps a small chance from reading as never and a large one as always', () => {
    expect([0, 0.001, 0.734, 0.999, 1].map(timesInHundred)).toEqual([0, 1, 73, 99, 100])
  })
})
