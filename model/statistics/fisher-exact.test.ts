import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fisherExact } from './fisher-exact.ts'
import golden from './golden/drift/fisher.json' with { type: 'json' }
import { readCategoricalPairs } from './golden/read-categorical-pairs.ts'
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    p: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
).filter(({ error }) => error === undefined)
const pairs = readCategoricalPairs()
const pOf = (id: string) => {
  const side = ([first = 0, second = 0]: Iterable<number>) => [first, second] as const
  return fisherExact(side(pairs.get(id)?.reference ?? []), side(pairs.get(id)?.current ?? []))
}

/** Binomial coefficient, exactly. */
function choose(n: number, k: number): bigint {
  let result = 1n
  for (let step = 1; step <= k; step++) result = (result * BigInt(n - k + step)) / BigInt(step)
  return result
}

describe('fisherExact', () => {
  test(`equals SciPy's on ${cases.length} pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(10)
    for (const { id, p, drift } of cases) {
      expect(relativeError(pOf(id), p ?? Number.NaN), id).toBeLessThanOrEqual(1e-9)
      expect(pOf(id) < 0.1, id).toBe(drift)
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
