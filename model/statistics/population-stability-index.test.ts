import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeError } from './golden/relative-error.ts'
import { populationStabilityIndex } from './population-stability-index.ts'

// The golden numbers are compared in count-distances.golden.test.ts.
describe('populationStabilityIndex', () => {
  test('is the sum over filled shares, written out', () => {
    const anyCounts = fc.array(fc.tuple(fc.nat(20_000), fc.nat(20)), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(anyCounts, (pairs) => {
        const sides = [pairs.map(([a]) => a), pairs.map(([, b]) => b)] as const
        fc.pre(sides.every((side) => side.some((value) => value > 0)))
        const filled = sides.map((side) => {
          const total = side.reduce((sum, value) => sum + value)
          const least = Math.min(...side.filter((value) => value > 0)) / total
          return side.map((value) => (value > 0 ? value / total : least > 0.0001 ? 0.0001 : least / 1e6))
        })
        const expected = pairs.reduce((sum, _, bin) => {
          const [p, q] = [filled[0]?.[bin] ?? 0, filled[1]?.[bin] ?? 0]
          return sum + (p - q) * (Math.log(p) - Math.log(q))
        }, 0)
        const actual = populationStabilityIndex(Uint32Array.from(sides[0]), Uint32Array.from(sides[1]))
        expect(relativeError(actual, expected, 1e-12)).toBeLessThanOrEqual(1e-9)
      }),
    )
  })

  test('an empty bin of 5 % adds 0.31', () => {
    expect(populationStabilityIndex(Uint32Array.of(95, 5), Uint32Array.of(100, 0))).toBeCloseTo(0.313, 3)
  })

  test('an empty sample gives NaN', () => {
    expect(populationStabilityIndex(Uint32Array.of(1, 2), Uint32Array.of(0, 0))).toBeNaN()
    expect(populationStabilityIndex(new Uint32Array(), new Uint32Array())).toBeNaN()
  })
})
