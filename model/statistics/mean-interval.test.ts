import { describe, expect, test } from 'vitest'
import { meanInterval } from './mean-interval.ts'

describe('meanInterval', () => {
  test('mean plus and minus 1.96 standard errors', () => {
    // Mean 5, variance 32/7, standard error sqrt(32/56).
    const [low, high] = meanInterval(Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9))
    const reach = 1.959963984540054 * Math.sqrt(32 / 56)
    expect(low).toBeCloseTo(5 - reach, 12)
    expect(high).toBeCloseTo(5 + reach, 12)
  })

  test('one value says nothing about the mean, equal values say all', () => {
    expect(meanInterval(Float64Array.of(3))).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY])
    expect(meanInterval(Float64Array.of(3, 3))).toEqual([3, 3])
  })
})
