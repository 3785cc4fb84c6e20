import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import file from './golden/drift/mann_whitney.json' with { type: 'json' }
import { everySplit } from './golden/every-split.ts'
import { poolPair, readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { mannWhitney } from './mann-whitney.ts'
import { mannWhitneyExactTail } from './mann-whitney-exact-tail.ts'

const results = readPairResults(
  file,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({
      u: z.number(),
      method: z.enum(['exact', 'asymptotic']),
      p: z.number(),
      p_two_sided: z.number(),
      drift: z.boolean(),
    }),
  ]),
)

describe('mannWhitney', () => {
  it.each(results)('equals SciPy: $id, $family', ({ pool, expected }) => {
    const { u, method, p, pTwoSided } = mannWhitney(pool)
    if ('error' in expected) {
      expect([u, p, pTwoSided]).toEqual([Number.NaN, Number.NaN, Number.NaN])
      return
    }
    expect(u).toBe(expected.u)
    expect(method).toBe(expected.method)
    expect(relativeError(p, expected.p)).toBeLessThan(1e-10)
    expect(relativeError(pTwoSided, expected.p_two_sided)).toBeLessThan(1e-10)
    expect(p < 0.05).toBe(expected.drift)
  })

  test('U counts pairs, whatever the ties', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const pairs = x.flatMap((a) => y.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)))
        const won = pairs.reduce((sum: number, pair) => sum + pair, 0)
        const pool = poolPair({ reference: Float64Array.from(x), current: Float64Array.from(y) })
        expect(mannWhitney(pool).u).toBe(won)
      }),
    )
  })

  test('the exact p is the share of all splits with a U as small', () => {
    const size = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(size, size, fc.nat(), (n, m, pick) => {
        const splits = everySplit(
          Array.from({ length: n + m }, (_, place) => place),
          n,
        )
        const tests = splits.map((split) => mannWhitney(poolPair(split)))
        const { u, p } = tests[pick % tests.length] ?? { u: Number.NaN, p: Number.NaN }
        expect(p).toBeCloseTo(tests.filter((other) => other.u <= u).length / tests.length, 12)
      }),
    )
  })

  test('exact counts hold for a small sample against a large one', () => {
    // Of the C(1008, 8) orders one has U = 0, one U = 1, two U = 2.
    let orders = 1
    for (let i = 1; i <= 8; i++) orders = (orders * (1000 + i)) / i
    expect(relativeError(mannWhitneyExactTail(2, 8, 1000), 4 / orders)).toBeLessThan(1e-12)
    // Half of the orders lie below the middle, up to the middle itself.
    expect(mannWhitneyExactTail(3999, 8, 1000) + mannWhitneyExactTail(4000, 8, 1000)).toBeCloseTo(1, 12)
    expect(mannWhitneyExactTail(-1, 3, 3)).toBe(0)
    expect(mannWhitneyExactTail(9, 3, 3)).toBe(1)
  })
})
