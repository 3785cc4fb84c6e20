import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sturgesEdges } from './sturges-edges.ts'

// The golden edges are compared in bin-two-samples.test.ts.
describe('sturgesEdges', () => {
  test('ascend from low to high in equal steps, log2(rows) + 1 of them rounded up', () => {
    // Adding 0 turns -0 into 0: an edge is a sum and never -0.
    const number = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((value) => value + 0)
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 100_000 }), (one, other, rows) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        fc.pre(high - low > 1e-6)
        const edges = [...sturgesEdges(low, high, rows)]
        expect(edges[0]).toBe(low)
        expect(edges.at(-1)).toBe(high)
        const bins = edges.length - 1
        // The quotient may round up a whole number of bins to one more.
        expect(bins - (Math.log2(rows) + 1)).toBeGreaterThanOrEqual(-1e-9)
        expect(bins - (Math.log2(rows) + 1)).toBeLessThanOrEqual(1 + 1e-9)
        for (let edge = 1; edge <= bins; edge++)
          expect((edges[edge] ?? 0) - (edges[edge - 1] ?? 0)).toBeCloseTo((high - low) / bins, 9)
      }),
    )
  })

  test('no range: one bin of width 1', () => {
    expect([...sturgesEdges(3, 3, 100)]).toEqual([2.5, 3.5])
    expect([...sturgesEdges(0, Number.MIN_VALUE, 100)]).toEqual([0, Number.MIN_VALUE])
  })
})
