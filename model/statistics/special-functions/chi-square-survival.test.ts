import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readSpecialFunction } from '../golden/read-special-functions.ts'
import { relativeError } from '../golden/relative-error.ts'
import { chiSquareSurvival } from './chi-square-survival.ts'
import { integrateSlowly } from './integrate-slowly.ts'

describe('chiSquareSurvival', () => {
  it.each(readSpecialFunction('chi2_sf'))('equals 50-digit arithmetic: df $df at $x', ({ df, x, y }) => {
    expect(relativeError(chiSquareSurvival(x, df), y)).toBeLessThan(1e-12)
  })

  it.each([
    [1500, 1400, 0.03150372098939239],
    [1500, 1401, 0.03285061806390042],
    [2000, 2001, 0.5021028498580233],
    [1402, 3, 1.0844054490271072e-303],
  ])('equals 50-digit arithmetic (mpmath 1.3) where exp(-x/2) is near nothing: %d at df %d', (x, df, y) => {
    expect(relativeError(chiSquareSurvival(x, df), y)).toBeLessThan(1e-12)
  })

  test('it is the share of the density above x', () => {
    const df = fc.integer({ min: 1, max: 25 })
    const x = fc.double({ min: 0, max: 60, noNaN: true })
    fc.assert(
      fc.property(df, x, (df, x) => {
        // In the root of x, where the density has no pole at 0.
        const density = (root: number) => root ** (df - 1) * Math.exp(-(root * root) / 2)
        const expected = integrateSlowly(density, Math.sqrt(x), 16) / integrateSlowly(density, 0, 16)
        expect(relativeError(chiSquareSurvival(x, df), expected)).toBeLessThan(1e-9)
      }),
      { numRuns: 40 },
    )
  })

  test('the ends', () => {
    expect(chiSquareSurvival(0, 3)).toBe(1)
    expect(chiSquareSurvival(-1, 3)).toBe(1)
    expect(chiSquareSurvival(Number.POSITIVE_INFINITY, 3)).toBe(0)
    expect(chiSquareSurvival(1, 0)).toBeNaN()
    expect(chiSquareSurvival(1, 2.5)).toBeNaN()
    expect(chiSquareSurvival(Number.NaN, 3)).toBeNaN()
  })
})
