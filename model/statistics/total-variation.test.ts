import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/tvd.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'
import { totalVariation } from './total-variation.ts'

const results = readCountResults(
  golden,
  z.union([z.object({ error: z.literal('empty') }), z.object({ statistic: z.number() })]),
)

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('totalVariation', () => {
  test(`equals the golden distance on ${results.length} pairs`, () => {
    for (const { id, reference, current, expected } of results) {
      const distance = totalVariation(reference, current)
      if ('error' in expected) expect(distance, id).toBeNaN()
      else expect(relativeError(distance, expected.statistic), id).toBeLessThanOrEqual(1e-12)
    }
  })

  test('is the largest difference in share over all sets of levels', () => {
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        let largest = 0
        for (let set = 0; set < 2 ** levels.length; set++) {
          const chosen = levels.filter((level) => (set >> level) & 1)
          const sum = (sample: readonly number[]) =>
            chosen.reduce((all, level) => all + share(sample, level), 0)
          largest = Math.max(largest, Math.abs(sum(reference) - sum(current)))
        }
        expect(totalVariation(count(reference), count(current))).toBeCloseTo(largest, 12)
      }),
    )
  })

  test('an empty sample gives NaN', () => {
    expect(totalVariation(Uint32Array.of(1), Uint32Array.of(0))).toBeNaN()
  })
})
