import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeError } from '../golden/relative-error.ts'
import { cramerVonMisesSurvival } from './cramer-von-mises-survival.ts'

/**
 * The limit is a sum of squared normals over (k pi)^2. Its characteristic function is known, and Gil-Pelaez's integral
 * turns it into a chance: 1/2 + (1/pi) times the integral of Im(e^(-i t x) f(t)) / t.
 */
function byInversion(x: number): number {
  const [step, last] = [0.01, 3000]
  let sum = 0
  for (let t = step / 2; t < last; t += step) {
    // f(t) = the product over k of (1 - 2 i t / (k pi)^2)^(-1/2) = sqrt(s / sin s), s = sqrt(2 i t) = (1 + i) r.
    const r = Math.sqrt(t)
    const [sinRe, sinIm] = [Math.sin(r) * Math.cosh(r), Math.cos(r) * Math.sinh(r)]
    const modulus = Math.sqrt((r * Math.SQRT2) / Math.hypot(sinRe, sinIm))
    // The argument of sin s grows without end; atan2 gives it up to whole turns, which r tells.
    const turned = Math.atan2(sinIm, sinRe)
    const whole = Math.round((Math.PI / 2 - r - turned) / (2 * Math.PI)) * 2 * Math.PI
    const phase = (Math.PI / 4 - (turned + whole)) / 2
    sum += (modulus * Math.sin(phase - t * x) * step) / t
  }
  return 0.5 + sum / Math.PI
}

describe('cramerVonMisesSurvival', () => {
  // Anderson and Darling's table of the limit, four digits of x.
  test.each([
    [0.0248, 0.99],
    [0.04601, 0.9],
    [0.11888, 0.5],
    [0.3473, 0.1],
    [0.46136, 0.05],
    [0.74346, 0.01],
    [1.16786, 0.001],
  ])('%d is exceeded with chance %d, as in the published table', (x, chance) => {
    expect(relativeError(cramerVonMisesSurvival(x), chance)).toBeLessThan(2e-3)
  })

  test.each([
    [0.05, 0.876280931041349],
    [0.2, 0.2674704305407749],
    [0.39, 0.07678919489029161],
    [0.41, 0.06799452613765686],
    [1, 0.002460452180133964],
    [3, 7.56774345931602e-8],
    [20, 1.0972093165653867e-44],
    [100, 1.7349803174727528e-216],
  ])('equals 40-digit arithmetic (mpmath 1.3) at %d', (x, expected) => {
    expect(relativeError(cramerVonMisesSurvival(x), expected)).toBeLessThan(1e-12)
  })

  test('it is the inversion of the characteristic function, on both sides of where the series change', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.03, max: 1.5, noNaN: true }), (x) => {
        expect(Math.abs(cramerVonMisesSurvival(x) - byInversion(x))).toBeLessThan(1e-7)
      }),
      { numRuns: 10 },
    )
    const [before, after] = [cramerVonMisesSurvival(0.4 - 1e-13), cramerVonMisesSurvival(0.4)]
    expect(relativeError(before, after)).toBeLessThan(1e-11)
  })

  test('the far tail falls like its first term', () => {
    // The largest of the squared normals, over pi^2: exp(-pi^2 x / 2) and a root of x.
    for (const x of [10, 40, 100]) {
      const ratio = cramerVonMisesSurvival(x + 1) / cramerVonMisesSurvival(x)
      expect(relativeError(ratio, Math.exp(-(Math.PI ** 2) / 2) * Math.sqrt(x / (x + 1)))).toBeLessThan(5e-3)
    }
  })

  test('the ends', () => {
    expect(cramerVonMisesSurvival(0)).toBe(1)
    expect(cramerVonMisesSurvival(-0.1)).toBe(1)
    expect(cramerVonMisesSurvival(1e-5)).toBe(1)
    expect(cramerVonMisesSurvival(Number.POSITIVE_INFINITY)).toBe(0)
    expect(cramerVonMisesSurvival(Number.NaN)).toBeNaN()
  })
})
