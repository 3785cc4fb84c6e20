import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareFit } from './chi-square-fit.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

// The golden numbers are compared in goodness-of-fit.golden.test.ts.
describe('chiSquareFit', () => {
  test('is the sum of (share - expected share)^2 / expected share times rows', () => {
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        const seen = levels.filter((level) => share(reference, level) > 0)
        fc.pre(current.every((row) => seen.includes(row)))
        const expected = seen.reduce(
          (sum, level) =>
            sum + (share(current, level) - share(reference, level)) ** 2 / share(reference, level),
          0,
        )
        const actual = chiSquareFit(count(reference), count(current))
        expect(actual.statistic).toBeCloseTo(expected * current.length, 9)
        expect(actual.degreesOfFreedom).toBe(seen.length - 1)
      }),
    )
  })

  test('one row of an unseen level is enough for p 0; an empty sample gives NaN', () => {
    expect(chiSquareFit(Uint32Array.of(500, 500, 0), Uint32Array.of(500, 500, 1)).p).toBe(0)
    expect(chiSquareFit(Uint32Array.of(5, 5), Uint32Array.of(0, 0)).p).toBeNaN()
    expect(chiSquareFit(Uint32Array.of(0, 0), Uint32Array.of(5, 5)).p).toBeNaN()
  })
})
