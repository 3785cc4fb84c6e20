import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import golden from './golden/drift/hellinger.json' with { type: 'json' }
import { readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'
import { hellingerOfNumbers } from './hellinger-of-numbers.ts'
import { sturgesEdges } from './sturges-edges.ts'

const results = readPairResults(
  golden,
  z.union([
    z.object({ error: z.literal('empty') }),
    z.object({ bins: z.number(), bc: z.number(), score: z.number(), drift: z.boolean() }),
  ]),
)

describe('hellingerOfNumbers', () => {
  test(`equals NumPy's histograms on ${results.length} pairs, and so do the verdicts`, () => {
    for (const { id, reference, current, pool, expected } of results) {
      const { overlap, distance } = hellingerOfNumbers(reference, current)
      if ('error' in expected) {
        expect([overlap, distance], id).toEqual([Number.NaN, Number.NaN])
        continue
      }
      const { values } = pool
      const edges = sturgesEdges(values[0] ?? 0, values.at(-1) ?? 0, values.length)
      expect(edges, id).toHaveLength(expected.bins + 1)
      expect(relativeError(overlap, expected.bc), id).toBeLessThanOrEqual(1e-12)
      expect(relativeError(distance, expected.score, 2e-8), id).toBeLessThanOrEqual(1e-9)
      expect(distance >= 0.1, id).toBe(expected.drift)
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
