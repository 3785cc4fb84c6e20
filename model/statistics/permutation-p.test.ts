import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/tvd.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { jensenShannon } from './jensen-shannon.ts'
import { jensenShannonPermutationP } from './jensen-shannon-permutation-p.ts'
import { permutationP } from './permutation-p.ts'
import { seededRandom } from './seeded-random.ts'
import { totalVariationPermutationP } from './total-variation-permutation-p.ts'
import { wassersteinPermutationP } from './wasserstein-permutation-p.ts'

const tvd = readCountResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ p_exact: z.number().nullable(), p_sampled: z.number() }),
  ]),
)
const SHUFFLES = 4999
const shuffling = () => ({ shuffles: SHUFFLES, random: seededRandom(20261121) })

/** Every way to deal `count` of the rows, as lists of row numbers. */
function deals(rows: number, count: number, from = 0): number[][] {
  if (count === 0) return [[]]
  const all: number[][] = []
  for (let row = from; row <= rows - count; row++)
    for (const rest of deals(rows, count - 1, row + 1)) all.push([row, ...rest])
  return all
}

/** Exact p: the share of all deals at least as far apart as the samples. */
function exactP(
  reference: readonly number[],
  current: readonly number[],
  distance: (reference: readonly number[], current: readonly number[]) => number,
): number {
  const pool = [...reference, ...current]
  const limit = distance(reference, current) - 1e-9
  const all = deals(pool.length, reference.length)
  const far = all.filter((chosen) => {
    const inFirst = (_: number, row: number) => chosen.includes(row)
    return (
      distance(
        pool.filter(inFirst),
        pool.filter((value, row) => !inFirst(value, row)),
      ) >= limit
    )
  })
  return far.length / all.length
}

/** What random shuffles may be off by: five standard errors, and the one that is added. */
const tolerance = (p: number) => 5 * Math.sqrt((p * (1 - p)) / SHUFFLES) + 1.5 / SHUFFLES
const countOver = (values: readonly number[], sample: readonly number[]) =>
  Uint32Array.from(values, (value) => sample.filter((row) => row === value).length)
const smallSample = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 })

describe('totalVariationPermutationP', () => {
  test(`agrees with all splits listed, or with 100,000 of them, on ${tvd.length} pairs`, () => {
    for (const { id, reference, current, expected } of tvd) {
      const p = totalVariationPermutationP(reference, current, shuffling())
      const right = 'error' in expected ? 1 : (expected.p_exact ?? expected.p_sampled)
      expect(Math.abs(p - right), id).toBeLessThanOrEqual(tolerance(right))
    }
  })
})

describe('wassersteinPermutationP', () => {
  test('a single row that lies apart from a hundred has a chance of one in a hundred and one', () => {
    const [apart, others] = [Uint32Array.of(0, 1), Uint32Array.of(100, 0)]
    const p = wassersteinPermutationP(Float64Array.of(1, 2), others, apart, shuffling())
    expect(Math.abs(p - 1 / 101)).toBeLessThanOrEqual(tolerance(1 / 101))
    expect(totalVariationPermutationP(apart, others, shuffling())).toBe(p)
  })

  test('agrees with listing every split', () => {
    const area = (one: readonly number[], other: readonly number[]) => {
      const upTo = (sample: readonly number[], value: number) =>
        sample.filter((row) => row <= value).length / sample.length
      let sum = 0
      for (let value = 0; value < 6; value++) sum += Math.abs(upTo(one, value) - upTo(other, value))
      return sum
    }
    fc.assert(
      fc.property(smallSample, smallSample, (reference, current) => {
        const values = [...new Set([...reference, ...current])].sort((a, b) => a - b)
        const [a, b] = [countOver(values, reference), countOver(values, current)]
        const p = wassersteinPermutationP(Float64Array.from(values), a, b, shuffling())
        const expected = exactP(reference, current, area)
        expect(Math.abs(p - expected)).toBeLessThanOrEqual(tolerance(expected))
      }),
      { numRuns: 40 },
    )
  })

  test('a constant pool and an empty sample give 1', () => {
    const one = Uint32Array.of(30)
    expect(wassersteinPermutationP(Float64Array.of(5), one, one, shuffling())).toBe(1)
    expect(wassersteinPermutationP(Float64Array.of(5), one, Uint32Array.of(0), shuffling())).toBe(1)
  })
})

describe('jensenShannonPermutationP', () => {
  test('agrees with listing every split', () => {
    const levels = [0, 1, 2, 3, 4, 5]
    fc.assert(
      fc.property(smallSample, smallSample, (reference, current) => {
        const distance = (one: readonly number[], other: readonly number[]) =>
          jensenShannon(countOver(levels, one), countOver(levels, other))
        const p = jensenShannonPermutationP(
          countOver(levels, reference),
          countOver(levels, current),
          shuffling(),
        )
        const expected = exactP(reference, current, distance)
        expect(Math.abs(p - expected)).toBeLessThanOrEqual(tolerance(expected))
      }),
      { numRuns: 40 },
    )
  })

  test('one level and an empty sample give 1', () => {
    expect(jensenShannonPermutationP(Uint32Array.of(9), Uint32Array.of(4), shuffling())).toBe(1)
    expect(jensenShannonPermutationP(Uint32Array.of(9, 2), Uint32Array.of(0, 0), shuffling())).toBe(1)
  })
})

describe('permutationP', () => {
  const first = (dealt: Uint32Array) => dealt[0] ?? 0

  test('the same seed gives the same p; nothing as far in 999 gives 0.001', () => {
    const [drawn, others] = [Uint32Array.of(40, 0), Uint32Array.of(0, 400)]
    const p = () => permutationP(drawn, others, first, { shuffles: 999, random: seededRandom(5) })
    expect(p()).toBe(0.001)
    expect(p()).toBe(p())
  })

  test('cut short, p is as many as were enough over the shuffles done', () => {
    // As the samples are, then nearer, as far, as far, nearer, as far.
    const distances = [5, 4, 5, 6, 1, 7].values()
    const one = Uint32Array.of(1, 1)
    const shuffling = { shuffles: 9, enough: 2, random: seededRandom(1) }
    expect(permutationP(one, one, () => distances.next().value ?? 0, shuffling)).toBe(2 / 3)
  })

  test('stopping early with 50 of 999 never changes a verdict at 0.05', () => {
    let stopped = 0
    fc.assert(
      fc.property(fc.nat(12), fc.integer(), (successes, seed) => {
        const [drawn, others] = [Uint32Array.of(successes, 30 - successes), Uint32Array.of(40, 160)]
        const p = (enough?: number) =>
          permutationP(drawn, others, first, {
            shuffles: 999,
            random: seededRandom(seed),
            ...(enough === undefined ? {} : { enough }),
          })
        const [early, full] = [p(50), p()]
        expect(early <= 0.05).toBe(full <= 0.05)
        if (early !== full) stopped++
        // A p that was not cut short is the full one.
        if (full <= 0.05) expect(early).toBe(full)
      }),
    )
    expect(stopped).toBeGreaterThan(20)
  })

  test('without a difference, p is at most alpha in at most alpha of the tests', () => {
    const random = seededRandom(3)
    const alphas = [0.01, 0.05, 0.2]
    const atMost = alphas.map(() => 0)
    const tests = 4000
    for (let test = 0; test < tests; test++) {
      const sample = (rows: number) => {
        const counts = new Uint32Array(4)
        for (let row = 0; row < rows; row++) {
          const level = Math.floor(random() * 4)
          counts[level] = (counts[level] ?? 0) + 1
        }
        return counts
      }
      const p = jensenShannonPermutationP(sample(60), sample(25), { shuffles: 199, enough: 10, random })
      for (const [index, alpha] of alphas.entries()) if (p <= alpha) atMost[index] = (atMost[index] ?? 0) + 1
    }
    for (const [index, alpha] of alphas.entries())
      expect((atMost[index] ?? 0) / tests).toBeLessThan(alpha + 4 * Math.sqrt((alpha * (1 - alpha)) / tests))
    // And not far under it, or the test would have no power.
    expect((atMost[2] ?? 0) / tests).toBeGreaterThan(0.15)
  })
})
