import { expect, test } from 'vitest'
import { categorySamples, numberSamples } from './field-samples.ts'
import { missingShares } from './missing-shares.ts'
import { outOfRange } from './out-of-range.ts'
import { unseenLevels } from './unseen-levels.ts'

test('numberSamples: NaN and infinities are missing', () => {
  const cells = Float64Array.of(1, Number.NaN, 2, Number.POSITIVE_INFINITY)
  const samples = numberSamples('n', cells, Float64Array.of(Number.NEGATIVE_INFINITY, 4))
  expect([...samples.reference]).toEqual([1, 2])
  expect([...samples.window]).toEqual([4])
  expect(samples.missing).toEqual({ reference: 2, window: 1 })
})

test('numberSamples: 0.15 in 64 bits and in 32 is one value', () => {
  const { reference, window } = numberSamples('n', Float64Array.of(0.15), Float32Array.of(0.15))
  expect(reference[0]).toBe(window[0])
  expect(numberSamples('n', Float64Array.of(0.15), Float64Array.of(0.15)).reference[0]).toBe(0.15)
})

test('categorySamples: counts by level, other numbers are missing', () => {
  const samples = categorySamples('c', ['a', 'b'], [0, 1, 1, -1], Uint32Array.of(1, 0xffff_ffff))
  expect([...samples.reference]).toEqual([1, 2])
  expect([...samples.window]).toEqual([0, 1])
  expect(samples.missing).toEqual({ reference: 1, window: 1 })
})

test('unseenLevels: what the baseline lacks, the most frequent first, then by name', () => {
  const samples = categorySamples('c', ['old', 'é', 'z', 'x', 'gone'], [0, 4], [0, 1, 1, 3, 2, -1])
  expect(unseenLevels(samples)).toEqual({
    levels: [
      { value: 'é', count: 2 },
      { value: 'x', count: 1 },
      { value: 'z', count: 1 },
    ],
    rows: 4,
  })
})

test('outOfRange: beyond the baseline, its ends not', () => {
  const range = (window: Float64Array) => outOfRange(numberSamples('n', Float64Array.of(3, 1, 2), window))
  expect(range(Float64Array.of(0, 1, 3, 4, 5))).toEqual({ min: 1, max: 3, below: 1, above: 2 })
  expect(range(new Float64Array())).toEqual({ min: 1, max: 3, below: 0, above: 0 })
  expect(outOfRange(numberSamples('n', new Float64Array(), Float64Array.of(1)))).toBeNull()
})

test('missingShares: shares, and the chance of such a difference', () => {
  // z = -0.2 / sqrt(0.118182 * 0.881818 * (1 / 1000 + 1 / 100)) = -5.90702; erfc(5.90702 / sqrt(2)) = 3.48341e-9.
  const shares = missingShares({ missing: 100, rows: 1000 }, { missing: 30, rows: 100 })
  expect(shares).toMatchObject({ reference: 0.1, window: 0.3 })
  expect((shares.p ?? 1) / 3.48341e-9).toBeCloseTo(1, 5)
  expect(missingShares({ missing: 0, rows: 1000 }, { missing: 0, rows: 100 }).p).toBe(1)
})

test('missingShares: under 20 rows no chance is given, and no rows give shares of 0', () => {
  expect(missingShares({ missing: 0, rows: 1000 }, { missing: 20, rows: 20 }).p).toBeLessThan(1e-9)
  expect(missingShares({ missing: 0, rows: 1000 }, { missing: 19, rows: 19 })).toEqual({
    reference: 0,
    window: 1,
    p: null,
  })
  expect(missingShares({ missing: 0, rows: 0 }, { missing: 0, rows: 0 })).toEqual({
    reference: 0,
    window: 0,
    p: null,
  })
})
