import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { chiSquareHomogeneity } from './chi-square-homogeneity.ts'
import golden from './golden/drift/chi_square.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { goldenNumber } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, share } from './golden/rows-of-levels.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ df: z.number(), homogeneity_statistic: goldenNumber, homogeneity_p: goldenNumber }),
    // One level in all: SciPy has no table to test.
    z.object({ df: z.literal(0) }),
  ]),
)

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('chiSquareHomogeneity', () => {
  test(`equals SciPy's chi2_contingency on ${results.length} pairs`, () => {
    for (const { id, reference, current, expected } of results) {
      const { statistic, degreesOfFreedom, p } = chiSquareHomogeneity(reference, current)
      if (!('homogeneity_p' in expected)) {
        expect([statistic, degreesOfFreedom, p], id).toEqual([0, 0, 1])
        continue
      }
      expect(relativeError(statistic, expected.homogeneity_statistic, 1e-12), id).toBeLessThanOrEqual(1e-10)
      expect(degreesOfFreedom, id).toBe(expected.df)
      expect(relativeError(p, expected.homogeneity_p), id).toBeLessThanOrEqual(1e-10)
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
