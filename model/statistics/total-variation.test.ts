import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/tvd.json' with { type: 'json' }
import { isClose } from './golden/is-close.ts'
import { readCategoricalPairs } from './golden/read-categorical-pairs.ts'
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { totalVariation } from './total-variation.ts'

const cases = readGolden(
  golden,
  z.object({ id: z.string(), error: z.string().optional(), statistic: goldenNumber.optional() }),
).filter(({ error }) => error === undefined)
const pairs = readCategoricalPairs()

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)
const levels = [0, 1, 2, 3, 4, 5]
const share = (sample: readonly number[], level: number) =>
  sample.filter((row) => row === level).length / sample.length
const count = (sample: readonly number[]) =>
  Uint32Array.from(levels, (level) => sample.filter((row) => row === level).length)

describe('totalVariation', () => {
  test(`equals the golden distance on ${cases.length} pairs`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, statistic } of cases) {
      const pair = pairs.get(id)
      if (!pair) throw new Error(id)
      expect(isClose(totalVariation(pair.reference, pair.current), statistic ?? Number.NaN, 1e-12), id).toBe(
        true,
      )
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
