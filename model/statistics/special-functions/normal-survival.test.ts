import { describe, expect, it, test } from 'vitest'
import { readSpecialFunction } from '../golden/read-special-functions.ts'
import { relativeError } from '../golden/relative-error.ts'
import { normalSurvival } from './normal-survival.ts'

describe('normalSurvival', () => {
  it.each(readSpecialFunction('norm_sf'))('equals 50-digit arithmetic at $x', ({ x, y }) => {
    expect(relativeError(normalSurvival(x), y)).toBeLessThan(2e-13)
  })

  test('half lies above the middle, nothing above infinity', () => {
    expect(normalSurvival(0)).toBe(0.5)
    expect(normalSurvival(Number.POSITIVE_INFINITY)).toBe(0)
    expect(normalSurvival(Number.NEGATIVE_INFINITY)).toBe(1)
    expect(normalSurvival(Number.NaN)).toBeNaN()
  })
})
