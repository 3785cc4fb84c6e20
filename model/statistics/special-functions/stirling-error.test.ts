import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stirlingError } from './stirling-error.ts'

describe('stirlingError', () => {
  test('it is what the formula lacks of the logarithm of a factorial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (k) => {
        let log = 0
        for (let i = 2; i < k; i++) log += Math.log(i)
        const formula = (k - 0.5) * Math.log(k) - k + Math.log(2 * Math.PI) / 2
        expect(Math.abs(stirlingError(k) - (log - formula))).toBeLessThan(1e-12)
      }),
    )
  })

  test('known digits, and no value at 0', () => {
    expect(stirlingError(1)).toBeCloseTo(1 - Math.log(2 * Math.PI) / 2, 15)
    // Loader's table: 0.5, 15.
    expect(stirlingError(0.5)).toBeCloseTo(0.1534264097200273, 15)
    expect(stirlingError(15)).toBeCloseTo(0.005554733551962801, 15)
    expect(stirlingError(0)).toBeNaN()
    expect(stirlingError(Number.NaN)).toBeNaN()
  })
})
