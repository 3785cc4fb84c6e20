import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../model/statistics/seeded-random.ts'
import { totalCount } from '../../../../model/statistics/total-count.ts'
import { fewerRows } from './fewer-rows.ts'

/** Rows spread evenly over values 0, 1, 2 and on. */
const spread = (rows: number, values: number) =>
  Uint32Array.from({ length: values }, (_, at) => Math.floor((rows + at) / values))
const counted = (referenceRows: number, windowRows: number, values = 10) => ({
  values: Float64Array.from({ length: values }, (_, value) => value),
  reference: spread(referenceRows, values),
  window: spread(windowRows, values),
  referenceRows,
  windowRows,
})

describe('fewerRows', () => {
  test('10,000 rows are all taken', () => {
    const all = counted(6_000, 4_000)
    expect(fewerRows(all, seededRandom(1))).toBe(all)
  })

  test.each([
    [100_000, 100_000, 7_500, 2_500],
    [6_001, 4_000, 6_001, 3_999],
    [7_000, 100_000, 7_000, 3_000],
    [100_000, 1_000, 9_000, 1_000],
  ])('%d and %d rows: %d and %d of them', (reference, window, fromReference, fromWindow) => {
    const few = fewerRows(counted(reference, window), seededRandom(1))
    expect([totalCount(few.reference), totalCount(few.window)]).toEqual([fromReference, fromWindow])
  })

  test('values that no row has any more are gone, the others keep their rows', () => {
    const all = counted(40_000, 40_000, 40_000)
    const { values, reference, window } = fewerRows(all, seededRandom(1))
    expect(values?.length).toBeLessThan(10_001)
    expect([reference.length, window.length]).toEqual([values?.length, values?.length])
    expect(reference.every((rows, at) => rows + (window[at] ?? 0) > 0)).toBe(true)
    expect(totalCount(reference)).toBe(7_500)
    const categories = fewerRows({ ...all, values: null }, seededRandom(1))
    expect(categories).toEqual({ values: null, reference, window })
  })
})
