import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma } from './log-gamma.ts'
import { logGammaHalfStep } from './log-gamma-half-step.ts'

describe('logGammaHalfStep', () => {
  test('whole numbers: the root of pi times a product of (j - 1/2)/j', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (k) => {
        // Gamma(k + 1/2) / Gamma(k) = sqrt(pi) k times the product over j = 1..k of (j - 1/2)/j.
        let log = Math.log(Math.PI) / 2 + Math.log(k)
        for (let j = 1; j <= k; j++) log += Math.log1p(-0.5 / j)
        expect(Math.abs(logGammaHalfStep(k) - log)).toBeLessThan(2e-12)
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    [30, 1.6964322170013992],
    [30.25, 1.7006160489298074],
    [31.5, 1.7210256855325363],
    [40, 1.8413148084219249],
  ])('equals 40-digit arithmetic (mpmath 1.3) at %d', (a, expected) => {
    expect(Math.abs(logGammaHalfStep(a) - expected)).toBeLessThan(1e-14)
  })

  test('small arguments: the difference of two log-gammas', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), (a) => {
        expect(logGammaHalfStep(a)).toBeCloseTo(logGamma(a + 0.5) - logGamma(a), 12)
      }),
    )
    expect(logGammaHalfStep(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(logGammaHalfStep(Number.NaN)).toBeNaN()
  })
})
