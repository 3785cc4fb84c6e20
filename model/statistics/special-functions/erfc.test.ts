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

  test.each([
    [0.3, 0.6713732405408726],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [5.9, 7.190409783550508e-17],
    [6.1, 6.314602150193691e-18],
    [15, 7.212994172451207e-100],
    [26, 5.663192408856143e-296],
  ])('equals 40-digit arithmetic (mpmath 1.3) at %d', (x, expected) => {
    expect(relativeError(erfc(x), expected)).toBeLessThan(1e-13)
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
