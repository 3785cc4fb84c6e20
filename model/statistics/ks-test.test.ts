import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import file from './golden/drift/ks.json' with { type: 'json' }
import { everySplit } from './golden/every-split.ts'
import { goldenNumber } from './golden/read-golden.ts'
import { poolPair, readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { greatestCommonDivisor } from './greatest-common-divisor.ts'
import { ksAsymptoticP } from './ks-asymptotic-p.ts'
import { ksExactP } from './ks-exact-p.ts'
import { ksGap } from './ks-gap.ts'
import { ksTest } from './ks-test.ts'

const results = readPairResults(
  file,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({
      n_ref: z.number(),
      n_cur: z.number(),
      statistic: z.number(),
      p: z.number(),
      method: z.enum(['exact', 'asymp']),
      p_asymp: goldenNumber,
      drift: z.boolean(),
    }),
  ]),
)

describe('ksTest', () => {
  it.each(results)('equals SciPy: $id, $family', ({ pool, expected }) => {
    const { distance, p, method } = ksTest(pool)
    if ('error' in expected) {
      expect([distance, p]).toEqual([Number.NaN, Number.NaN])
      return
    }
    expect([pool.referenceCount, pool.currentCount]).toEqual([expected.n_ref, expected.n_cur])
    expect(relativeError(distance, expected.statistic)).toBeLessThan(1e-12)
    expect(method).toBe(expected.method === 'asymp' ? 'asymptotic' : 'exact')
    expect(relativeError(p, expected.p)).toBeLessThan(method === 'exact' ? 1e-12 : 1e-9)
    const asymptotic = ksAsymptoticP(expected.n_ref, expected.n_cur, distance)
    expect(relativeError(asymptotic, expected.p_asymp)).toBeLessThan(1e-9)
    expect(p <= 0.05).toBe(expected.drift)
  })

  test('the exact p is the share of all splits with a gap as large', () => {
    const size = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(size, size, fc.nat(), (n, m, pick) => {
        const splits = everySplit(
          Array.from({ length: n + m }, (_, place) => place),
          n,
        )
        const gaps = splits.map((split) => ksGap(poolPair(split)))
        const gap = gaps[pick % gaps.length] ?? 0
        const share = gaps.filter((other) => other >= gap).length / gaps.length
        expect(ksExactP(n, m, gap)).toBeCloseTo(share, 12)
      }),
    )
  })

  test('the gap is the largest difference of two counts, whatever the ties', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(sample, sample, (reference, current) => {
        const share = (values: number[], at: number) =>
          values.filter((value) => value <= at).length / values.length
        const distances = [...reference, ...current].map((at) =>
          Math.abs(share(reference, at) - share(current, at)),
        )
        const pool = poolPair({
          reference: Float64Array.from(reference),
          current: Float64Array.from(current),
        })
        expect(ksTest(pool).distance).toBeCloseTo(Math.max(...distances), 12)
      }),
    )
  })

  test('a gap so large that no number is left for its p gives 0 at once', () => {
    // 2 n m / (n + m) D^2 passes 750 between a gap of 86 % and one of 88 %; what it bounds is much smaller by then.
    const [n, m] = [1000, 1001]
    expect(ksExactP(n, m, Math.floor(n * m * 0.79))).toBeGreaterThan(0)
    expect(ksExactP(n, m, Math.floor(n * m * 0.86))).toBeLessThan(1e-300)
    expect(ksExactP(n, m, Math.ceil(n * m * 0.88))).toBe(0)
    const size = fc.integer({ min: 1, max: 80 })
    fc.assert(
      fc.property(size, size, fc.double({ min: 0.01, max: 1, noNaN: true }), (n, m, distance) => {
        const divisor = greatestCommonDivisor(n, m)
        const gap = Math.ceil((distance * n * m) / divisor) * divisor
        const bound = 3 * Math.exp((-2 * gap * gap) / (n * m * (n + m)))
        expect(ksExactP(n, m, gap)).toBeLessThanOrEqual(bound)
      }),
    )
  })

  test('a gap below the smallest there is ends, as that one', () => {
    expect(ksExactP(30, 30, 9)).toBe(ksExactP(30, 30, 30))
  })

  test('the p is the same whichever sample comes first, also for thousands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 300, max: 900 }), fc.integer({ min: 300, max: 900 }), (n, m) => {
        const gap = Math.floor(n * m * 0.1)
        expect(ksExactP(n, m, gap)).toBe(ksExactP(m, n, gap))
        // Both methods speak of the same chance.
        expect(Math.abs(ksExactP(n, m, gap) - ksAsymptoticP(n, m, 0.1))).toBeLessThan(0.02)
      }),
      { numRuns: 10 },
    )
  })
})
