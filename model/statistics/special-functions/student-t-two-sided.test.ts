import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readSpecialFunction } from '../golden/read-special-functions.ts'
import { relativeError } from '../golden/relative-error.ts'
import { integrateSlowly } from './integrate-slowly.ts'
import { studentTTwoSided } from './student-t-two-sided.ts'

describe('studentTTwoSided', () => {
  it.each(readSpecialFunction('t_two_sided'))('equals 50-digit arithmetic: df $df at $x', ({ df, x, y }) => {
    expect(relativeError(studentTTwoSided(x, df), y)).toBeLessThan(1e-12)
  })

  test('it is the share of the density beyond t', () => {
    const df = fc.integer({ min: 1, max: 60 })
    const t = fc.double({ min: -8, max: 8, noNaN: true })
    fc.assert(
      fc.property(df, t, (df, t) => {
        // With t = sqrt(df) tan(angle), the density is a power of the cosine.
        const density = (angle: number) => Math.cos(angle) ** (df - 1)
        const from = Math.atan(Math.abs(t) / Math.sqrt(df))
        const expected =
          integrateSlowly(density, from, Math.PI / 2) / integrateSlowly(density, 0, Math.PI / 2)
        expect(relativeError(studentTTwoSided(t, df), expected)).toBeLessThan(1e-9)
      }),
      { numRuns: 40 },
    )
  })

  test('the ends', () => {
    expect(studentTTwoSided(0, 5)).toBe(1)
    expect(studentTTwoSided(Number.POSITIVE_INFINITY, 5)).toBe(0)
    expect(studentTTwoSided(Number.NEGATIVE_INFINITY, 5)).toBe(0)
    expect(studentTTwoSided(1, 0)).toBeNaN()
    expect(studentTTwoSided(Number.NaN, 5)).toBeNaN()
  })
})
