import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gTest } from './g-test.ts'
import { count, share } from './golden/rows-of-levels.ts'

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

// The golden numbers are compared in goodness-of-fit.golden.test.ts.
describe('gTest', () => {
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
