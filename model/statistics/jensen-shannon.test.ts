import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/jensen_shannon.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { count, levels, share } from './golden/rows-of-levels.ts'
import { jensenShannon } from './jensen-shannon.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    score: goldenNumber.optional(),
    score_base2: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
).filter(({ error }) => error === undefined)
const countsOf = readLevelCounts()
const scoreOf = (id: string) => {
  const { reference, current } = countsOf(id)
  return jensenShannon(reference, current)
}

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('jensenShannon', () => {
  test(`equals SciPy's on ${cases.length} pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(200)
    for (const { id, score, score_base2: inBits, drift } of cases) {
      expect(relativeError(scoreOf(id), score ?? Number.NaN, 1e-9), id).toBeLessThanOrEqual(1e-9)
      expect(
        relativeError(scoreOf(id) / Math.sqrt(Math.LN2), inBits ?? Number.NaN, 1.3e-9),
        id,
      ).toBeLessThanOrEqual(1e-9)
      expect(scoreOf(id) >= 0.1, id).toBe(drift)
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
