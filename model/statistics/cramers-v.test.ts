import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { cramersV } from './cramers-v.ts'
import { cramersVCorrected } from './cramers-v-corrected.ts'
import golden from './golden/drift/cramers_v.json' with { type: 'json' }
import { readCountResults } from './golden/read-count-results.ts'
import { goldenNumber } from './golden/read-golden.ts'
import { relativeError } from './golden/relative-error.ts'
import { count } from './golden/rows-of-levels.ts'

const results = readCountResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ v: goldenNumber, v_corrected: goldenNumber }),
  ]),
)

/** Rows of two samples as level numbers, neither empty. */
const anySamples = fc.tuple(
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
  fc.array(fc.nat(5), { minLength: 1, maxLength: 30 }),
)

describe('cramersV and cramersVCorrected', () => {
  test(`equal SciPy's and deepchecks' on ${results.length} pairs`, () => {
    for (const { id, reference, current, expected } of results) {
      const [v, corrected] = [cramersV(reference, current), cramersVCorrected(reference, current)]
      if ('error' in expected) {
        expect([v, corrected], id).toEqual([Number.NaN, Number.NaN])
        continue
      }
      expect(relativeError(v, expected.v), id).toBeLessThanOrEqual(1e-9)
      expect(relativeError(corrected, expected.v_corrected), id).toBeLessThanOrEqual(1e-9)
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
    expect(cramersVCorrected(Uint32Array.of(3), Uint32Array.of(0))).toBeNaN()
  })

  test('corrected, a level to every row says nothing', () => {
    expect(cramersVCorrected(Uint32Array.of(1, 1, 0), Uint32Array.of(0, 0, 1))).toBeNaN()
  })
})
