import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/z_test.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { twoProportionsZ } from './two-proportions-z.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.enum(['empty', 'more than two levels']) }),
    z.object({ z: z.number().nullable(), p: z.number(), p_sf: z.number(), drift: z.boolean() }),
  ]),
)
/** The proportion of every level but the first. */
const side = ([first = 0, second = 0]: Uint32Array) => ({ successes: second, rows: first + second })

describe('twoProportionsZ', () => {
  test(`equals SciPy's on ${results.length} pairs, and so do the verdicts`, () => {
    for (const { id, reference, current, expected } of results) {
      // A third level has no place here; that the judgement says so is tested there.
      if ('error' in expected && expected.error !== 'empty') continue
      const { z, p, pFromCdf } = twoProportionsZ(side(reference), side(current))
      if ('error' in expected) {
        expect(z, id).toBeNaN()
        continue
      }
      expect(relativeError(z, expected.z ?? Number.NaN), id).toBeLessThanOrEqual(1e-10)
      expect(Math.abs(pFromCdf - expected.p), id).toBeLessThanOrEqual(1e-15)
      expect(relativeError(p, expected.p_sf), id).toBeLessThanOrEqual(1e-10)
      expect([p < 0.05, pFromCdf < 0.05], id).toEqual([expected.drift, expected.drift])
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
