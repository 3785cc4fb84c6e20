import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chiSquareFit } from './chi-square-fit.ts'
import golden from './golden/drift/chi_square.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { goldenNumber } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ statistic: goldenNumber, df: z.number(), p: goldenNumber, drift: z.boolean() }),
  ]),
)

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('chiSquareFit', () => {
  test(`equals SciPy's chisquare on ${results.length} pairs, and so do the verdicts`, () => {
    for (const { id, reference, current, expected } of results) {
      const { statistic, degreesOfFreedom, p } = chiSquareFit(reference, current)
      if ('error' in expected) {
        expect([statistic, p], id).toEqual([Number.NaN, Number.NaN])
        continue
      }
      expect(relativeError(statistic, expected.statistic), id).toBeLessThanOrEqual(1e-10)
      expect(degreesOfFreedom, id).toBe(expected.df)
      expect(relativeError(p, expected.p), id).toBeLessThanOrEqual(1e-10)
      expect(p < 0.05, id).toBe(expected.drift)
    }
  })

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
