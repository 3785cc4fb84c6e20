import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../model/statistics/seeded-random.ts'
import { detectableShift } from './detectable-shift.ts'
import { numberSamples } from './field-samples.ts'
import { judgeSizeAware } from './judge-size-aware.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

const random = seededRandom(20261121)
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
const normals = (rows: number, shift = 0) => Float64Array.from({ length: rows }, () => normal() + shift)
/** The other comparisons of a report of 25, in which nothing differs. */
const others = Array.from({ length: 24 }, (_, at) =>
  numberSamples(`still ${at}`, new Float64Array(20), new Float64Array(20)),
)
const noticed = (referenceRows: number, windowRows: number, shift: number) => {
  const repeats = 40
  let drifts = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const moved = numberSamples('moved', normals(referenceRows), normals(windowRows, shift))
    if (judgeSizeAware([moved, ...others]).verdict === 'drift') drifts++
  }
  return drifts / repeats
}

describe('detectableShift', () => {
  // The bench measures the bundled reference's fields; normal numbers must come out near them.
  test.each([
    [2000, 30],
    [2000, 100],
    [400, 150],
  ])('%d and %d rows: a quarter more is noticed, half of it mostly not', (referenceRows, windowRows) => {
    const shift = detectableShift(referenceRows, windowRows)
    expect(noticed(referenceRows, windowRows, 1.25 * shift)).toBeGreaterThan(0.85)
    expect(noticed(referenceRows, windowRows, 0.5 * shift)).toBeLessThan(0.5)
  })

  test('50 leads: about 0.6 standard deviations', () => {
    expect(detectableShift(2000, 50)).toBeCloseTo(0.6, 1)
  })

  test('more rows on either side never notice less, and nothing under the floor is ever noticed', () => {
    const rows = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(rows, rows, rows, (reference, window, more) => {
        const shift = detectableShift(reference, window)
        expect(shift).toBeGreaterThanOrEqual(SIZE_AWARE_RULE.floor)
        expect(detectableShift(reference + more, window)).toBeLessThanOrEqual(shift + 1e-12)
        expect(detectableShift(reference, window + more)).toBeLessThanOrEqual(shift + 1e-12)
        expect(detectableShift(window, reference)).toBeCloseTo(shift, 12)
      }),
    )
  })
})
