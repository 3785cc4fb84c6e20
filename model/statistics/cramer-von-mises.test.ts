import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { cramerVonMises } from './cramer-von-mises.ts'
import { cramerVonMisesExactP } from './cramer-von-mises-exact-p.ts'
import file from './golden/drift/cramer_von_mises.json' with { type: 'json' }
import { everySplit } from './golden/every-split.ts'
import { poolPair, readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { midRanks } from './mid-ranks.ts'

const results = readPairResults(
  file,
  z.union([
    z.object({ error: z.string() }),
    z.object({
      statistic: z.number(),
      method: z.enum(['exact', 'asymptotic']),
      p: z.number(),
      drift: z.boolean(),
    }),
  ]),
)

/** Anderson's T from the ranks of every value in the pooled and in its own sample. */
function slowStatistic(reference: Float64Array, current: Float64Array): number {
  const [n, m] = [reference.length, current.length]
  const ranks = midRanks(Float64Array.from([...reference, ...current]))
  const squares = (from: number, count: number) =>
    ranks.slice(from, from + count).reduce((sum, rank, k) => sum + (rank - (k + 1)) ** 2, 0)
  const u = n * squares(0, n) + m * squares(n, m)
  return u / (n * m * (n + m)) - (4 * n * m - 1) / (6 * (n + m))
}

describe('cramerVonMises', () => {
  it.each(results)('equals SciPy: $id, $family', ({ pool, expected }) => {
    const { statistic, p, method } = cramerVonMises(pool)
    if ('error' in expected) {
      expect([statistic, p]).toEqual([Number.NaN, Number.NaN])
      return
    }
    expect(relativeError(statistic, expected.statistic, 1e-15)).toBeLessThan(1e-9)
    expect(method).toBe(expected.method)
    // SciPy's limiting series stops at terms of 1e-7.
    expect(Math.abs(p - expected.p)).toBeLessThan(method === 'exact' ? 1e-14 : 1e-6)
    expect(p <= 0.1).toBe(expected.drift)
  })

  test('the statistic is that of the ranks, whatever the ties', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 25 })
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const [reference, current] = [Float64Array.from(x).sort(), Float64Array.from(y).sort()]
        const { statistic } = cramerVonMises(poolPair({ reference, current }))
        expect(statistic).toBeCloseTo(slowStatistic(reference, current), 9)
      }),
    )
  })

  test('half-way between two areas counts as the lower one', () => {
    // Of 3 and 4 values some orders have an area of 35, and the next larger one is 42.
    expect(cramerVonMisesExactP(3, 4, 35.5)).toBe(cramerVonMisesExactP(3, 4, 35))
    expect(cramerVonMisesExactP(3, 4, 35)).toBeGreaterThan(cramerVonMisesExactP(3, 4, 36))
  })

  test('the exact p is the share of all splits with a statistic as large', () => {
    const size = fc.integer({ min: 2, max: 5 })
    fc.assert(
      fc.property(size, size, fc.nat(), (n, m, pick) => {
        const splits = everySplit(
          Array.from({ length: n + m }, (_, place) => place),
          n,
        )
        const tests = splits.map((split) => cramerVonMises(poolPair(split)))
        const seen = tests[pick % tests.length]
        const statistic = (seen?.statistic ?? Number.NaN) - 1e-9
        const share = tests.filter((other) => other.statistic >= statistic).length / tests.length
        expect(seen?.p).toBeCloseTo(share, 12)
      }),
    )
  })
})
