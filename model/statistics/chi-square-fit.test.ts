import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chiSquareFit } from './chi-square-fit.ts'
import golden from './golden/drift/chi_square.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    statistic: goldenNumber.optional(),
    df: z.number().optional(),
    p: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
).filter(({ error }) => error === undefined)
const countsOf = readLevelCounts()

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('chiSquareFit', () => {
  test(`equals SciPy's chisquare on ${cases.length} pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, statistic, df, p, drift } of cases) {
      const { reference, current } = countsOf(id)
      const actual = chiSquareFit(reference, current)
      expect(relativeError(actual.statistic, statistic ?? 0, 1e-12), id).toBeLessThanOrEqual(1e-10)
      expect(actual.degreesOfFreedom, id).toBe(df)
      expect(relativeError(actual.p, p ?? 0), id).toBeLessThanOrEqual(1e-10)
      expect(actual.p < 0.05, id).toBe(drift)
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
