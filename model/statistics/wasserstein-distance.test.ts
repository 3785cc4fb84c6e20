import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import file from './golden/drift/wasserstein.json' with { type: 'json' }
import { poolPair, readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { meanAndSquares } from './mean-and-squares.ts'
import { normedWasserstein } from './normed-wasserstein.ts'
import { referenceScale } from './reference-scale.ts'
import { wassersteinDistance } from './wasserstein-distance.ts'

const results = readPairResults(
  file,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({
      distance: z.number(),
      ref_std: z.number(),
      norm: z.number(),
      score: z.number(),
      drift: z.boolean(),
    }),
  ]),
)

describe('wassersteinDistance', () => {
  it.each(results)('equals SciPy: $id, $family', ({ reference, pool, expected }) => {
    const scale = referenceScale(reference)
    const score = normedWasserstein(pool, scale)
    if ('error' in expected) {
      expect(score).toBeNaN()
      return
    }
    expect(relativeError(wassersteinDistance(pool), expected.distance)).toBeLessThan(1e-12)
    const deviation = Math.sqrt(meanAndSquares(reference).squares / reference.length)
    expect(relativeError(deviation, expected.ref_std)).toBeLessThan(1e-12)
    expect(relativeError(scale, expected.norm)).toBeLessThan(1e-12)
    expect(relativeError(score, expected.score)).toBeLessThan(1e-12)
    expect(score >= 0.1).toBe(expected.drift)
  })

  test('an empty sample against a constant gives NaN too', () => {
    const [empty, constant] = [new Float64Array(), Float64Array.of(5, 5)]
    expect(wassersteinDistance(poolPair({ reference: empty, current: constant }))).toBeNaN()
    expect(wassersteinDistance(poolPair({ reference: constant, current: empty }))).toBeNaN()
  })

  test('100,000 small steps lose no digits', () => {
    const n = 100_000
    const current = Float64Array.from({ length: n }, (_, k) => (k + 1) / 3)
    const distance = wassersteinDistance(poolPair({ reference: Float64Array.of(0), current }))
    expect(relativeError(distance, (n + 1) / 6)).toBeLessThan(1e-15)
  })

  test('it is how far the quantiles are apart, on average', () => {
    const sample = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(sample, sample, (reference, current) => {
        // Each value repeated until both samples have the same size; then the k-th goes to the k-th.
        const repeat = (values: number[], times: number) =>
          Float64Array.from(values.flatMap((value) => Array<number>(times).fill(value))).sort()
        const from = repeat(reference, current.length)
        const to = repeat(current, reference.length)
        const moved = from.reduce((sum, value, k) => sum + Math.abs(value - (to[k] ?? Number.NaN)), 0)
        const pool = poolPair({
          reference: Float64Array.from(reference),
          current: Float64Array.from(current),
        })
        expect(wassersteinDistance(pool)).toBeCloseTo(moved / from.length, 9)
      }),
    )
  })
})
