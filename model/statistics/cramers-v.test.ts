import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cramersV } from './cramers-v.ts'
import { cramersVCorrected } from './cramers-v-corrected.ts'
import golden from './golden/drift/cramers_v.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readLevelCounts } from './golden/read-level-counts.ts'
import { relativeError } from './golden/relative-error.ts'
import { count } from './golden/rows-of-levels.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    v: goldenNumber.optional(),
    v_corrected: goldenNumber.optional(),
  }),
).filter(({ error }) => error === undefined)
const countsOf = readLevelCounts()

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('cramersV and cramersVCorrected', () => {
  test(`equal SciPy's and deepchecks' on ${cases.length} pairs`, () => {
    expect(cases.length).toBeGreaterThan(80)
    for (const { id, v, v_corrected: corrected } of cases) {
      const { reference, current } = countsOf(id)
      expect(relativeError(cramersV(reference, current), v ?? 0, 1e-12), id).toBeLessThanOrEqual(1e-9)
      expect(
        relativeError(cramersVCorrected(reference, current), corrected ?? 0, 1e-12),
        id,
      ).toBeLessThanOrEqual(1e-9)
    }
  })

  test('for two levels V is the correlation of sample and level', () => {
    const anySample = fc.array(fc.nat(1), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(anySample, anySample, (reference, current) => {
        const level = [...reference, ...current]
        fc.pre(new Set(level).size === 2)
        const sample = level.map((_, row) => Number(row < reference.length))
        const mean = (values: readonly number[]) =>
          values.reduce((sum, value) => sum + value, 0) / values.length
        const covariance = (one: readonly number[], other: readonly number[]) =>
          mean(one.map((value, row) => value * (other[row] ?? 0))) - mean(one) * mean(other)
        const expected =
          Math.abs(covariance(level, sample)) /
          Math.sqrt(covariance(level, level) * covariance(sample, sample))
        expect(cramersV(count(reference), count(current))).toBeCloseTo(expected, 6)
      }),
    )
  })

  test('for three and more levels the correction takes off what chance gives', () => {
    fc.assert(
      fc.property(anySamples, ([reference, current]) => {
        const [n, seen] = [reference.length + current.length, new Set([...reference, ...current]).size]
        fc.pre(seen > 2)
        const squared = cramersV(count(reference), count(current)) ** 2
        const left = Math.max(0, squared - (seen - 1) / (n - 1))
        const scale = Math.min(seen - (seen - 1) ** 2 / (n - 1) - 1, 1 - 1 / (n - 1))
        const actual = cramersVCorrected(count(reference), count(current))
        if (scale > 1e-6) expect(actual ** 2).toBeCloseTo(left / scale, 9)
        else expect(actual === 0 || !(actual < 1)).toBe(true)
      }),
    )
  })

  test('an empty sample gives NaN', () => {
    expect(cramersV(Uint32Array.of(3, 4), Uint32Array.of(0, 0))).toBeNaN()
    expect(cramersVCorrected(Uint32Array.of(3, 4), Uint32Array.of(0, 0))).toBeNaN()
  })
})
