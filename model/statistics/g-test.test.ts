import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { gTest } from './g-test.ts'
import golden from './golden/drift/g_test.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, share } from './golden/rows-of-levels.ts'

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

describe('gTest', () => {
  test(`equals SciPy's power_divergence on ${cases.length} pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, statistic, df, p, drift } of cases) {
      const { reference, current } = countsOf(id)
      const actual = gTest(reference, current)
      expect(relativeError(actual.statistic, statistic ?? 0, 1e-12), id).toBeLessThanOrEqual(1e-10)
      expect(actual.degreesOfFreedom, id).toBe(df)
      expect(relativeError(actual.p, p ?? 0), id).toBeLessThanOrEqual(1e-10)
      expect(actual.p < 0.1, id).toBe(drift)
    }
  })

  test('is twice the log of how much likelier the current rows are at their own shares', () => {
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        fc.pre(current.every((row) => reference.includes(row)))
        const logLikelihood = (shares: readonly number[]) =>
          current.reduce((sum, row) => sum + Math.log(share(shares, row)), 0)
        const expected = 2 * (logLikelihood(current) - logLikelihood(reference))
        expect(gTest(count(reference), count(current)).statistic).toBeCloseTo(expected, 9)
      }),
    )
  })

  test('an unseen level gives p 0, an empty sample NaN', () => {
    expect(gTest(Uint32Array.of(5, 5, 0), Uint32Array.of(5, 5, 1)).p).toBe(0)
    expect(gTest(Uint32Array.of(5, 5), Uint32Array.of(0, 0)).p).toBeNaN()
  })
})
