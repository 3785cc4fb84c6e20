import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { binTwoSamples } from './bin-two-samples.ts'
import golden from './golden/drift/binning.json' with { type: 'json' }
import { readGolden } from './golden/read-golden.ts'
import { readNumericPairs } from './golden/read-numeric-pairs.ts'

const cases = readGolden(
  golden,
  z.object({
    id: z.string(),
    error: z.string().optional(),
    mode: z.enum(['sturges', 'values']).optional(),
    edges: z.array(z.number()).optional(),
    values: z.array(z.number()).optional(),
    ref: z.array(z.number()).optional(),
    cur: z.array(z.number()).optional(),
  }),
).filter(({ error }) => error === undefined)
const pairs = readNumericPairs()

describe('binTwoSamples', () => {
  test(`every edge and count of NumPy's on ${cases.length} pairs`, () => {
    expect(cases.length).toBeGreaterThan(100)
    for (const { id, mode, edges, values, ref, cur } of cases) {
      const pair = pairs.get(id)
      if (!pair) throw new Error(id)
      const { bins, reference, current } = binTwoSamples(pair.reference, pair.current)
      expect(bins.by, id).toBe(mode === 'sturges' ? 'edges' : 'values')
      expect([...(bins.by === 'edges' ? bins.edges : bins.values)], id).toEqual(edges ?? values)
      expect([...reference], id).toEqual(ref)
      expect([...current], id).toEqual(cur)
    }
  })

  test('every row lies in exactly one bin', () => {
    const anySample = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(anySample, anySample, (reference, current) => {
        const binned = binTwoSamples(Float64Array.from(reference), Float64Array.from(current))
        const rows = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0)
        expect(rows(binned.reference)).toBe(reference.length)
        expect(rows(binned.current)).toBe(current.length)
      }),
    )
  })

  test('20 distinct reference values are bins of their own, 21 are not; the current sample does not matter', () => {
    const upTo = (count: number) => Float64Array.from({ length: count }, (_, value) => value)
    expect(binTwoSamples(upTo(20), upTo(500)).bins.by).toBe('values')
    expect(binTwoSamples(upTo(21), upTo(1)).bins.by).toBe('edges')
  })

  test('-0 and 0 share a bin; both empty has none', () => {
    expect([...binTwoSamples(Float64Array.of(-0, 0), Float64Array.of(-0)).reference]).toEqual([2])
    expect(binTwoSamples(new Float64Array(), new Float64Array()).reference).toHaveLength(0)
  })
})
