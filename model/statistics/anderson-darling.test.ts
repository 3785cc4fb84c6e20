import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { z } from 'zod'
import { andersonDarling } from './anderson-darling.ts'
import file from './golden/drift/anderson_darling.json' with { type: 'json' }
import { poolPair, readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'

const results = readPairResults(
  file,
  z.union([
    z.object({ error: z.string() }),
    z.object({
      statistic: z.number(),
      p: z.number(),
      limit: z.enum(['capped', 'floored']).nullable(),
      drift: z.boolean(),
    }),
  ]),
)

/** Equation 7 and the variance as printed, every count made anew. */
function slowStatistic(x: number[], y: number[]): number {
  const all = [...x, ...y]
  const N = all.length
  const below = (values: number[], at: number) => values.filter((value) => value < at).length
  const equal = (values: number[], at: number) => values.filter((value) => value === at).length
  let a2 = 0
  for (const sample of [x, y]) {
    for (const at of new Set(all)) {
      const l = equal(all, at)
      const B = below(all, at) + l / 2
      const M = below(sample, at) + equal(sample, at) / 2
      const distance = N * M - sample.length * B
      a2 += (((N - 1) / N) * (l / N) * distance ** 2) / (B * (N - B) - (N * l) / 4) / sample.length
    }
  }
  const k = 2
  const H = 1 / x.length + 1 / y.length
  let [h, g] = [0, 0]
  for (let i = 1; i < N; i++) h += 1 / i
  for (let i = 1; i <= N - 2; i++) for (let j = i + 1; j < N; j++) g += 1 / ((N - i) * j)
  const a = (4 * g - 6) * (k - 1) + (10 - 6 * g) * H
  const b = (2 * g - 4) * k ** 2 + 8 * h * k + (2 * g - 14 * h - 4) * H - 8 * h + 4 * g - 6
  const c = (6 * h + 2 * g - 2) * k ** 2 + (4 * h - 4 * g + 6) * k + (2 * h - 6) * H + 4 * h
  const d = (2 * h + 6) * k ** 2 - 4 * h * k
  const variance = (a * N ** 3 + b * N ** 2 + c * N + d) / ((N - 1) * (N - 2) * (N - 3))
  return (a2 - (k - 1)) / Math.sqrt(variance)
}

describe('andersonDarling', () => {
  it.each(results)('equals SciPy: $id, $family', ({ pool, expected }) => {
    const { statistic, p, limit } = andersonDarling(pool)
    if ('error' in expected) {
      expect([statistic, p, limit]).toEqual([Number.NaN, Number.NaN, null])
      return
    }
    expect(relativeError(statistic, expected.statistic)).toBeLessThan(1e-9)
    expect(relativeError(p, expected.p)).toBeLessThan(1e-9)
    expect(limit).toBe(expected.limit)
    expect(p < 0.1).toBe(expected.drift)
  })

  test('the p is known between statistics of 0.325 and 6.546', () => {
    const steps = (count: number, from: number) => Float64Array.from({ length: count }, (_, at) => at + from)
    const shifted = (n: number, m: number, by: number) =>
      andersonDarling(poolPair({ reference: steps(n, 0), current: steps(m, by) }))
    expect(shifted(22, 6, 8.5)).toMatchObject({ statistic: expect.closeTo(0.32508, 5), limit: null })
    expect(shifted(22, 6, 17.5)).toMatchObject({ statistic: expect.closeTo(6.54418, 5), limit: null })
    expect(shifted(35, 9, 0.5)).toMatchObject({
      statistic: expect.closeTo(6.55124, 5),
      p: 0.001,
      limit: 'floored',
    })
    expect(shifted(6, 6, 0.5)).toMatchObject({ p: 0.25, limit: 'capped' })
  })

  test('three values in all are too few', () => {
    const pool = poolPair({ reference: Float64Array.of(1), current: Float64Array.of(2, 3) })
    expect(andersonDarling(pool)).toEqual({ statistic: Number.NaN, p: Number.NaN, limit: null })
  })

  test('it is the formula of the paper, whatever the ties', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        fc.pre(new Set([...x, ...y]).size > 1)
        const pool = poolPair({ reference: Float64Array.from(x), current: Float64Array.from(y) })
        expect(andersonDarling(pool).statistic).toBeCloseTo(slowStatistic(x, y), 9)
      }),
    )
  })
})
