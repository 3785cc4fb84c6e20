import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { bhattacharyyaCoefficient } from './bhattacharyya-coefficient.ts'
import golden from './golden/drift/hellinger.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'
import { hellinger } from './hellinger.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ bc: z.number(), score: z.number(), drift: z.boolean() }),
  ]),
).filter(({ id }) => id.startsWith('c'))

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('hellinger and bhattacharyyaCoefficient', () => {
  test(`equal NumPy's on ${results.length} categorical pairs, and so do the verdicts`, () => {
    for (const { id, reference, current, expected } of results) {
      const [overlap, distance] = [
        bhattacharyyaCoefficient(reference, current),
        hellinger(reference, current),
      ]
      if ('error' in expected) {
        expect([overlap, distance], id).toEqual([Number.NaN, Number.NaN])
        continue
      }
      expect(relativeError(Math.min(1, overlap), expected.bc), id).toBeLessThanOrEqual(1e-12)
      expect(relativeError(distance, expected.score, 2e-8), id).toBeLessThanOrEqual(1e-9)
      expect(distance >= 0.1, id).toBe(expected.drift)
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
    expect(hellinger(new Uint32Array(), new Uint32Array())).toBeNaN()
  })

  test('shares whose overlap rounds to more than 1 are at a distance of 0', () => {
    const counts = Uint32Array.of(4, 3, 3, 3)
    expect(bhattacharyyaCoefficient(counts, counts)).toBeGreaterThan(1)
    expect(hellinger(counts, counts)).toBe(0)
  })
})
