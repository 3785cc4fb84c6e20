import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { histogramCounts } from './histogram-counts.ts'

// The golden counts are compared in bin-two-samples.test.ts.
describe('histogramCounts', () => {
  test('counts what lies between neighbouring edges', () => {
    const small = fc.integer({ min: -5, max: 15 })
    fc.assert(
      fc.property(
        fc.array(small, { maxLength: 40 }),
        fc.uniqueArray(small, { minLength: 2, maxLength: 8 }),
        (values, anyEdges) => {
          const edges = anyEdges.toSorted((a, b) => a - b)
          const expected = edges.slice(1).map((right, bin) => {
            const left = edges[bin] ?? 0
            const last = bin === edges.length - 2
            return values.filter((value) => value >= left && (value < right || (last && value === right)))
              .length
          })
          expect([...histogramCounts(Float64Array.from(values), Float64Array.from(edges))]).toEqual(expected)
        },
      ),
    )
  })

  test('NaN and what lies outside are not counted', () => {
    const values = Float64Array.of(Number.NaN, -1, 0, 1, 2, Number.POSITIVE_INFINITY)
    expect([...histogramCounts(values, Float64Array.of(0, 1))]).toEqual([2])
  })
})
