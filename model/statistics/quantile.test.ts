import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { median } from './median.ts'
import { quantile } from './quantile.ts'
import golden from './statistics.golden.json' with { type: 'json' }

describe('quantile', () => {
  it.each(golden.quantiles)('equals NumPy', ({ sorted, shares, quantiles }) => {
    shares.forEach((share, index) => {
      expect(quantile(Float64Array.from(sorted), share)).toBeCloseTo(quantiles[index] ?? Number.NaN, 12)
    })
  })

  test('it never falls as the share rises, from the smallest to the largest value', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        values,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, a, b) => {
          const sorted = Float64Array.from(list).sort()
          expect(quantile(sorted, Math.min(a, b))).toBeLessThanOrEqual(
            quantile(sorted, Math.max(a, b)) + 1e-9,
          )
          expect(quantile(sorted, 0)).toBe(sorted[0])
          expect(quantile(sorted, 1)).toBe(sorted.at(-1))
        },
      ),
    )
  })

  test('an infinite neighbour without weight does no harm; nothing gives NaN', () => {
    expect(quantile(Float64Array.of(1, 2, Number.POSITIVE_INFINITY), 0.5)).toBe(2)
    expect(quantile(new Float64Array(), 0.5)).toBeNaN()
    expect([-1, 2].map((share) => quantile(Float64Array.of(1, 2, 3), share))).toEqual([1, 3])
  })
})

describe('median', () => {
  test('the middle, or the mean of the two in the middle; the input keeps its order', () => {
    const values = Float64Array.of(9, 1, 5)
    expect(median(values)).toBe(5)
    expect([...values]).toEqual([9, 1, 5])
    expect(median(Float64Array.of(4, 1, 3, 2))).toBe(2.5)
  })
})
