import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chiSquareHomogeneity } from './chi-square-homogeneity.ts'
import golden from './golden/drift/chi_square.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, share } from './golden/rows-of-levels.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    homogeneity_statistic: goldenNumber.optional(),
    homogeneity_p: goldenNumber.optional(),
  }),
).filter(({ homogeneity_statistic: statistic }) => statistic !== undefined)
const countsOf = readLevelCounts()

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('chiSquareHomogeneity', () => {
  test(`equals SciPy's chi2_contingency on ${cases.length} pairs`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, homogeneity_statistic: statistic, homogeneity_p: p } of cases) {
      const { reference, current } = countsOf(id)
      const actual = chiSquareHomogeneity(reference, current)
      expect(relativeError(actual.statistic, statistic ?? Number.NaN, 1e-12), id).toBeLessThanOrEqual(1e-10)
      expect(relativeError(actual.p, p ?? Number.NaN), id).toBeLessThanOrEqual(1e-10)
    }
  })

  test('is the sum over all cells of (observed - expected)^2 / expected', () => {
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        const rows = [...reference, ...current]
        let expected = 0
        for (const sample of [reference, current])
          for (const level of new Set(rows)) {
            const fair = share(rows, level) * sample.length
            expected += (share(sample, level) * sample.length - fair) ** 2 / fair
          }
        const actual = chiSquareHomogeneity(count(reference), count(current))
        expect(actual.statistic).toBeCloseTo(expected, 9)
        expect(chiSquareHomogeneity(count(current), count(reference)).p).toBeCloseTo(actual.p, 12)
      }),
    )
  })

  test('an unseen level counts by its size; one level and an empty sample give p 1', () => {
    expect(chiSquareHomogeneity(Uint32Array.of(500, 500, 0), Uint32Array.of(500, 500, 1)).p).toBeGreaterThan(
      0.5,
    )
    expect(chiSquareHomogeneity(Uint32Array.of(5), Uint32Array.of(7))).toEqual({
      statistic: 0,
      degreesOfFreedom: 0,
      p: 1,
    })
    expect(chiSquareHomogeneity(Uint32Array.of(5, 5), Uint32Array.of(0, 0)).p).toBe(1)
  })
})
