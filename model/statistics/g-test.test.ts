import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { gTest } from './g-test.ts'
import golden from './golden/drift/g_test.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { goldenNumber } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, share } from './golden/rows-of-levels.ts'

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

describe('gTest', () => {
  test(`equals SciPy's power_divergence on ${results.length} pairs, and so do the verdicts`, () => {
    for (const { id, reference, current, expected } of results) {
      const { statistic, degreesOfFreedom, p } = gTest(reference, current)
      if ('error' in expected) {
        expect([statistic, p], id).toEqual([Number.NaN, Number.NaN])
        continue
      }
      expect(relativeError(statistic, expected.statistic), id).toBeLessThanOrEqual(1e-10)
      expect(degreesOfFreedom, id).toBe(expected.df)
      expect(relativeError(p, expected.p), id).toBeLessThanOrEqual(1e-10)
      expect(p < 0.1, id).toBe(expected.drift)
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
