import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fisherExact } from './fisher-exact.ts'
import golden from './golden/drift/fisher.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { relativeError } from './golden/relative-error.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.enum(['empty', 'sizes differ', 'more than two levels']) }),
    z.object({ p: z.number(), drift: z.boolean() }),
  ]),
)
const side = ([first = 0, second = 0]: Uint32Array) => [first, second] as const

/** Binomial coefficient, exactly. */
function choose(n: number, k: number): bigint {
  let result = 1n
  for (let step = 1; step <= k; step++) result = (result * BigInt(n - k + step)) / BigInt(step)
  return result
}

describe('fisherExact', () => {
  test(`equals SciPy's on every pair it defines, and so do the verdicts`, () => {
    for (const { id, reference, current, expected } of results) {
      // Sizes that differ are Evidently's limit, not the test's; other tables are the judgement's to refuse.
      if ('error' in expected) continue
      const p = fisherExact(side(reference), side(current))
      expect(relativeError(p, expected.p), id).toBeLessThanOrEqual(1e-9)
      expect(p < 0.1, id).toBe(expected.drift)
    }
  })

  test('equals counting all tables with whole numbers; sizes may differ', () => {
    const small = fc.nat(25)
    fc.assert(
      fc.property(small, small, small, small, (a, b, c, d) => {
        const weight = (cell: number) => choose(a + b, cell) * choose(c + d, a + c - cell)
        let [asUnlikely, total] = [0n, 0n]
        for (let cell = Math.max(0, a - d); cell <= Math.min(a + c, a + b); cell++) {
          total += weight(cell)
          if (weight(cell) <= weight(a)) asUnlikely += weight(cell)
        }
        const expected = Number((asUnlikely * 10n ** 18n) / total) / 1e18
        expect(relativeError(fisherExact([a, b], [c, d]), expected, 1e-17)).toBeLessThanOrEqual(1e-10)
      }),
    )
  })

  test('keeps its digits far out, where one minus a sum would not', () => {
    expect(relativeError(fisherExact([400, 0], [0, 400]), 2 / Number(choose(800, 400)))).toBeLessThanOrEqual(
      1e-9,
    )
  })

  test('a margin of 0 gives 1', () => {
    expect(fisherExact([5, 0], [7, 0])).toBe(1)
    expect(fisherExact([0, 0], [7, 3])).toBe(1)
    expect(fisherExact([0, 0], [0, 0])).toBe(1)
  })
})
