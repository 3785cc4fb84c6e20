import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bhattacharyyaCoefficient } from './bhattacharyya-coefficient.ts'
import golden from './golden/drift/hellinger.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'
import { hellinger } from './hellinger.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    bc: goldenNumber.optional(),
    score: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
).filter(({ id, error }) => error === undefined && id.startsWith('c'))
const countsOf = readLevelCounts()

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('hellinger and bhattacharyyaCoefficient', () => {
  test(`equal NumPy's on ${cases.length} categorical pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, bc, score, drift } of cases) {
      const { reference, current } = countsOf(id)
      const actual = hellinger(reference, current)
      const overlap = bhattacharyyaCoefficient(reference, current)
      expect(relativeError(Math.min(1, overlap), bc ?? Number.NaN), id).toBeLessThanOrEqual(1e-12)
      expect(relativeError(actual, score ?? Number.NaN, 2e-8), id).toBeLessThanOrEqual(1e-9)
      expect(actual >= 0.1, id).toBe(drift)
    }
  })

  test('squared, is half the squared distance between the roots of the shares', () => {
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        const expected = levels.reduce(
          (sum, level) =>
            sum + (Math.sqrt(share(reference, level)) - Math.sqrt(share(current, level))) ** 2 / 2,
          0,
        )
        expect(hellinger(count(reference), count(current)) ** 2).toBeCloseTo(expected, 12)
      }),
    )
  })

  test('nothing in common gives 1, an empty sample NaN', () => {
    expect(hellinger(Uint32Array.of(3, 0), Uint32Array.of(0, 7))).toBe(1)
    expect(hellinger(Uint32Array.of(3, 0), Uint32Array.of(0, 0))).toBeNaN()
  })
})
