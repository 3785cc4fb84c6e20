import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma } from './log-gamma.ts'

describe('logGamma', () => {
  test('it is the logarithm of a factorial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 170 }), (k) => {
        let factorial = 1
        for (let i = 2; i < k; i++) factorial *= i
        const expected = Math.log(factorial)
        expect(Math.abs(logGamma(k) - expected)).toBeLessThan(1e-14 + 1e-14 * expected)
      }),
    )
  })

  test('halves follow from the root of pi, and x Gamma(x) is Gamma(x + 1) everywhere', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
    expect(logGamma(2.5)).toBeCloseTo(Math.log(0.75 * Math.sqrt(Math.PI)), 14)
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), (x) => {
        expect(logGamma(x + 1)).toBeCloseTo(Math.log(x) + logGamma(x), 11)
      }),
    )
  })

  test('0 is a pole; what is below is not asked for', () => {
    expect(logGamma(0)).toBe(Number.POSITIVE_INFINITY)
    expect(logGamma(-0.5)).toBeNaN()
    expect(logGamma(Number.NaN)).toBeNaN()
  })
})
