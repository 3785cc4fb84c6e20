import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bhattacharyyaCoefficient } from './bhattacharyya-coefficient.ts'
import golden from './golden/drift/hellinger.json' with { type: 'json' }
import { isClose } from './golden/is-close.ts'
import { readCategoricalPairs } from './golden/read-categorical-pairs.ts'
import { goldenNumber, readGolden } from './golden/read-golden.ts'
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

describe('hellinger and bhattacharyyaCoefficient', () => {
  test(`equal NumPy's on ${cases.length} categorical pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, bc, score, drift } of cases) {
      const pair = pairs.get(id)
      if (!pair) throw new Error(id)
      const actual = hellinger(pair.reference, pair.current)
      const overlap = bhattacharyyaCoefficient(pair.reference, pair.current)
      expect(isClose(Math.min(1, overlap), bc ?? Number.NaN, 1e-12), id).toBe(true)
      expect(isClose(actual, score ?? Number.NaN, 1e-9, 2e-8), id).toBe(true)
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
