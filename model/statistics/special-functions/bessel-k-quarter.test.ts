import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeError } from '../golden/relative-error.ts'
import { besselKQuarter } from './bessel-k-quarter.ts'

/** Gamma(3/4) and Gamma(5/4), from tables. */
const GAMMA_3_4 = 1.2254167024651776
const GAMMA_5_4 = 0.9064024770554771

/** Power series of the function of the first kind, whose gamma at order + 1 is known. */
function besselI(order: number, gamma: number, x: number): number {
  let term = (x / 2) ** order / gamma
  let sum = term
  for (let k = 1; k < 60; k++) {
    term *= (x * x) / 4 / (k * (k + order))
    sum += term
  }
  return sum
}

describe('besselKQuarter', () => {
  test('it is the difference of two functions of the first kind', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 3, noNaN: true }), (x) => {
        const difference = besselI(-0.25, GAMMA_3_4, x) - besselI(0.25, GAMMA_5_4, x)
        const expected = ((Math.PI / 2) * difference) / Math.sin(Math.PI / 4)
        expect(relativeError(besselKQuarter(x), expected)).toBeLessThan(2e-12)
      }),
    )
  })

  test.each([
    [0.001, 11.756476271934458],
    [1, 0.4307397744485855],
    [10, 1.783318443980639e-5],
    [100, 4.65807645150984e-45],
  ])('equals 30-digit arithmetic (mpmath 1.3) at %d', (x, expected) => {
    expect(relativeError(besselKQuarter(x), expected)).toBeLessThan(1e-13)
  })

  test('the ends', () => {
    expect(besselKQuarter(0)).toBe(Number.POSITIVE_INFINITY)
    expect(besselKQuarter(Number.POSITIVE_INFINITY)).toBe(0)
    expect(besselKQuarter(-1)).toBeNaN()
    expect(besselKQuarter(Number.NaN)).toBeNaN()
  })
})
