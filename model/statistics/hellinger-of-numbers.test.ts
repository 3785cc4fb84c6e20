import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/hellinger.json' with { type: 'json' }
import { goldenNumber, readGolden } from './golden/read-golden.ts'
import { readNumericPairs } from './golden/read-numeric-pairs.ts'
import { relativeError } from './golden/relative-error.ts'
import { hellingerOfNumbers } from './hellinger-of-numbers.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    bc: goldenNumber.optional(),
    score: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
).filter(({ id, error }) => error === undefined && id.startsWith('n'))
const pairs = readNumericPairs()

describe('hellingerOfNumbers', () => {
  test(`equals NumPy's histograms on ${cases.length} pairs, and so do the verdicts`, () => {
    expect(cases.length).toBeGreaterThan(100)
    for (const { id, bc, score, drift } of cases) {
      const pair = pairs.get(id)
      if (!pair) throw new Error(id)
      const { overlap, distance } = hellingerOfNumbers(pair.reference, pair.current)
      expect(relativeError(overlap, bc ?? Number.NaN), id).toBeLessThanOrEqual(1e-12)
      expect(relativeError(distance, score ?? Number.NaN, 2e-8), id).toBeLessThanOrEqual(1e-9)
      expect(distance >= 0.1, id).toBe(drift)
    }
  })

  test('does not depend on repeating both samples: edges come from distinct values', () => {
    const anySample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(anySample, anySample, fc.integer({ min: 2, max: 4 }), (reference, current, times) => {
        const repeated = (sample: number[]) =>
          Float64Array.from(Array.from({ length: times }, () => sample).flat())
        const once = hellingerOfNumbers(Float64Array.from(reference), Float64Array.from(current))
        const many = hellingerOfNumbers(repeated(reference), repeated(current))
        expect(many.overlap).toBeCloseTo(once.overlap, 12)
      }),
    )
  })

  test('equals the sum over half-open intervals, written out', () => {
    const anySample = fc.array(fc.integer({ min: 0, max: 64 }), { minLength: 1, maxLength: 25 })
    fc.assert(
      fc.property(anySample, anySample, (reference, current) => {
        const distinct = [...new Set([...reference, ...current])]
        const [low, high] = [Math.min(...distinct), Math.max(...distinct)]
        fc.pre(low < high)
        // One more than log2 rounded up; powers of two are left out, where NumPy's quotient may round either way.
        fc.pre(!Number.isInteger(Math.log2(distinct.length)))
        const bins = Math.ceil(Math.log2(distinct.length)) + 1
        const inBin = (value: number, bin: number) => {
          const edge = (at: number) => (at === bins ? high : low + at * ((high - low) / bins))
          return value >= edge(bin) && (value < edge(bin + 1) || (bin === bins - 1 && value === high))
        }
        let expected = 0
        for (let bin = 0; bin < bins; bin++) {
          const p = reference.filter((value) => inBin(value, bin)).length / reference.length
          const q = current.filter((value) => inBin(value, bin)).length / current.length
          expected += Math.sqrt(p * q)
        }
        const { overlap } = hellingerOfNumbers(Float64Array.from(reference), Float64Array.from(current))
        expect(overlap).toBeCloseTo(expected, 11)
      }),
    )
  })

  test('one constant in both gives 0, an empty sample NaN', () => {
    expect(hellingerOfNumbers(Float64Array.of(4, 4), Float64Array.of(4)).distance).toBe(0)
    expect(hellingerOfNumbers(Float64Array.of(4, 4), new Float64Array()).distance).toBeNaN()
  })
})
