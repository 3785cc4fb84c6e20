import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/jensen_shannon.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'
import { jensenShannon } from './jensen-shannon.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ score: z.number(), score_base2: z.number(), drift: z.boolean() }),
  ]),
)

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('jensenShannon', () => {
  test(`equals SciPy's on ${results.length} pairs, and so do the verdicts`, () => {
    for (const { id, reference, current, expected } of results) {
      const score = jensenShannon(reference, current)
      if ('error' in expected) {
        expect(score, id).toBeNaN()
        continue
      }
      expect(relativeError(score, expected.score, 1e-9), id).toBeLessThanOrEqual(1e-9)
      const inBits = score / Math.sqrt(Math.LN2)
      expect(relativeError(inBits, expected.score_base2, 1e-9), id).toBeLessThanOrEqual(1e-9)
      expect(score >= 0.1, id).toBe(expected.drift)
    }
  })

  test('squared, is the entropy of the mixture less the mean entropy', () => {
    const entropy = (shares: readonly number[]) =>
      -shares.reduce((sum, p) => sum + (p > 0 ? p * Math.log(p) : 0), 0)
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        const p = levels.map((level) => share(reference, level))
        const q = levels.map((level) => share(current, level))
        const mixture = p.map((value, level) => (value + (q[level] ?? 0)) / 2)
        const expected = entropy(mixture) - (entropy(p) + entropy(q)) / 2
        expect(jensenShannon(count(reference), count(current)) ** 2).toBeCloseTo(expected, 12)
        expect(jensenShannon(count(current), count(reference)) ** 2).toBeCloseTo(expected, 12)
      }),
    )
  })

  test('is sqrt(ln 2) where nothing is common, and NaN for an empty sample', () => {
    expect(jensenShannon(Uint32Array.of(3, 0), Uint32Array.of(0, 7))).toBeCloseTo(0.832554611, 9)
    expect(jensenShannon(Uint32Array.of(3, 0), Uint32Array.of(0, 0))).toBeNaN()
  })
})
