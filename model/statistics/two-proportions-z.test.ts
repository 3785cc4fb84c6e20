import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/z_test.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { twoProportionsZ } from './two-proportions-z.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    z: z.union([goldenNumber, z.null()]).optional(),
    p: goldenNumber.optional(),
    p_sf: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
).filter(({ error }) => error === undefined)
const countsOf = readLevelCounts()
/** The proportion of every level but the first. */
const testOf = (id: string) => {
  const { reference, current } = countsOf(id)
  const side = ([first = 0, second = 0]: Iterable<number>) => ({ successes: second, rows: first + second })
  return twoProportionsZ(side(reference), side(current))
}

describe('twoProportionsZ', () => {
  test(`equals SciPy's on ${cases.length} pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(25)
    for (const { id, z: zScore, p, p_sf: pSurvival, drift } of cases) {
      const actual = testOf(id)
      expect(relativeError(actual.z, zScore ?? Number.NaN, 1e-15), id).toBeLessThanOrEqual(1e-10)
      expect(relativeError(actual.pFromCdf, p ?? Number.NaN, 1e-15), id).toBeLessThanOrEqual(0)
      expect(relativeError(actual.p, pSurvival ?? Number.NaN), id).toBeLessThanOrEqual(1e-10)
      expect([actual.p < 0.05, actual.pFromCdf < 0.05], id).toEqual([drift, drift])
    }
  })

  test('p is that of the chi-square of homogeneity, by another way', async () => {
    const { chiSquareHomogeneity } = await import('./chi-square-homogeneity.ts')
    const anyCounts = fc.tuple(fc.nat(200), fc.nat(200))
    fc.assert(
      fc.property(anyCounts, anyCounts, ([a, b], [c, d]) => {
        fc.pre(a + b > 0 && c + d > 0)
        const { p } = twoProportionsZ({ successes: a, rows: a + b }, { successes: c, rows: c + d })
        const { p: expected } = chiSquareHomogeneity(Uint32Array.of(a, b), Uint32Array.of(c, d))
        expect(relativeError(p, expected)).toBeLessThanOrEqual(1e-9)
      }),
    )
  })

  test('all or none in both, and an empty sample: p 1', () => {
    expect(twoProportionsZ({ successes: 0, rows: 9 }, { successes: 0, rows: 4 }).p).toBe(1)
    expect(twoProportionsZ({ successes: 9, rows: 9 }, { successes: 4, rows: 4 }).p).toBe(1)
    expect(twoProportionsZ({ successes: 3, rows: 9 }, { successes: 0, rows: 0 })).toEqual({
      z: Number.NaN,
      p: 1,
      pFromCdf: 1,
    })
  })
})
