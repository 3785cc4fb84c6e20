import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeError } from '../golden/relative-error.ts'
import { erfc } from './erfc.ts'
import { integrateSlowly } from './integrate-slowly.ts'

describe('erfc', () => {
  test('it is the integral of the bell, also far out', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (x) => {
        // exp(-x^2) taken out of the integral, so that it does not underflow.
        const tail = integrateSlowly((t) => Math.exp(-t * (t + 2 * x)), 0, Math.min(7, 20 / x))
        const expected = (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * tail
        expect(relativeError(erfc(x), expected)).toBeLessThan(1e-10)
      }),
      { numRuns: 40 },
    )
  })

  test('the two sides add up to 2, and the ends are known', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (x) => {
        expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 14)
      }),
    )
    expect(erfc(0)).toBe(1)
    expect(erfc(Number.POSITIVE_INFINITY)).toBe(0)
    expect(erfc(Number.NEGATIVE_INFINITY)).toBe(2)
    expect(erfc(Number.NaN)).toBeNaN()
  })
})
