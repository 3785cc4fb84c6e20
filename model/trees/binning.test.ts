import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { binMatrix, missingBin } from './bin-matrix.ts'
import { cutColumn } from './cut-column.ts'

const values = fc.array(fc.oneof(fc.float({ noDefaultInfinity: true }), fc.integer({ min: 0, max: 9 })), {
  maxLength: 120,
})
const maxBins = fc.integer({ min: 2, max: 40 })
const present = (column: readonly number[]) => column.map(Math.fround).filter((x) => !Number.isNaN(x))

describe('cutColumn', () => {
  it('cuts between all distinct values when there are few', () => {
    fc.assert(
      fc.property(values, (column) => {
        const distinct = [...new Set(present(column))].sort((a, b) => a - b)
        const cuts = cutColumn(Float32Array.from(column), 255)
        expect(cuts.length).toBe(Math.max(0, distinct.length - 1))
        cuts.forEach((cut, i) => {
          expect(distinct[i]).toBeLessThan(cut)
          expect(distinct[i + 1]).toBeGreaterThanOrEqual(cut)
        })
      }),
    )
  })

  it('fills all bins it may use, and none is empty', () => {
    fc.assert(
      fc.property(values, maxBins, (column, bins) => {
        const sorted = present(column)
        const cuts = cutColumn(Float32Array.from(column), bins)
        expect(cuts.length + 1).toBeLessThanOrEqual(bins)
        const edges = [-Infinity, ...cuts, Infinity]
        for (let bin = 0; sorted.length > 0 && bin <= cuts.length; bin += 1) {
          const inBin = sorted.filter((x) => x >= (edges[bin] ?? 0) && x < (edges[bin + 1] ?? 0))
          expect(inBin.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('gives each bin about as many of many values', () => {
    const column = Float32Array.from({ length: 10_000 }, (_, i) => Math.sqrt(i))
    const cuts = cutColumn(column, 100)
    expect(cuts.length).toBe(99)
    cuts.forEach((cut, i) => {
      expect(Math.abs(cut ** 2 - 100 * (i + 1))).toBeLessThan(2)
    })
  })

  it('gives a value that fills a bin its own', () => {
    const column = Float32Array.from({ length: 2000 }, (_, i) => (i < 1000 ? 0 : i))
    const cuts = cutColumn(column, 11)
    expect(cuts[0]).toBe(500)
    expect(cuts.length).toBe(10)
    expect(cuts[1]).toBeCloseTo(1100, -1)
  })
})

describe('binMatrix', () => {
  it('puts x at or below bin b exactly when x is less than cut b, and missing values after all others', () => {
    fc.assert(
      fc.property(values, maxBins, (column, bins) => {
        const binned = binMatrix({ rows: column.length, columns: 1, data: Float32Array.from(column) }, bins)
        const cuts = binned.cuts[0] ?? new Float32Array(0)
        Float32Array.from(column).forEach((x, row) => {
          const bin = binned.bins[0]?.[row] ?? -1
          if (Number.isNaN(x)) expect(bin).toBe(missingBin(binned, 0))
          else expect([...cuts].map((cut) => x < cut)).toEqual([...cuts].map((_, cut) => bin <= cut))
        })
      }),
    )
  })
})
