import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NORMAL_975 } from './normal-quantile-975.ts'
import { rocAuc } from './roc-auc.ts'
import { rocAucInterval } from './roc-auc-interval.ts'

/** DeLong as written in the paper: every pair compared, variances of row and column means. */
function slowInterval(scores: readonly number[], outcomes: readonly number[]): [number, number] {
  const engaged = scores.filter((_, lead) => outcomes[lead] === 1)
  const others = scores.filter((_, lead) => outcomes[lead] === 0)
  const won = (x: number, y: number) => (x > y ? 1 : x === y ? 0.5 : 0)
  const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
  const variance = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - average(values)) ** 2, 0) / (values.length - 1)
  const rows = engaged.map((x) => average(others.map((y) => won(x, y))))
  const columns = others.map((y) => average(engaged.map((x) => won(x, y))))
  const auc = average(rows)
  const reach = NORMAL_975 * Math.sqrt(variance(rows) / rows.length + variance(columns) / columns.length)
  return [Math.max(0, auc - reach), Math.min(1, auc + reach)]
}

describe('rocAucInterval', () => {
  test('it is the method of the paper, done pair by pair', () => {
    const scores = (minLength: number) =>
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength, maxLength: 20 })
    fc.assert(
      fc.property(scores(2), scores(2), (engaged, others) => {
        const all = [...engaged, ...others]
        const outcomes = all.map((_, lead) => (lead < engaged.length ? 1 : 0))
        const [low, high] = rocAucInterval(Float64Array.from(all), Uint8Array.from(outcomes))
        const [slowLow, slowHigh] = slowInterval(all, outcomes)
        expect(low).toBeCloseTo(slowLow, 12)
        expect(high).toBeCloseTo(slowHigh, 12)
      }),
    )
  })

  test('it holds the AUC and is narrower for more leads', () => {
    const leads = (count: number) => ({
      scores: Float64Array.from({ length: count }, (_, lead) => (lead * 7919) % 1009),
      outcomes: Uint8Array.from({ length: count }, (_, lead) =>
        (lead * 7919) % 1009 > (lead * 31) % 700 ? 1 : 0,
      ),
    })
    const width = (count: number) => {
      const { scores, outcomes } = leads(count)
      const [low, high] = rocAucInterval(scores, outcomes)
      const auc = rocAuc(scores, outcomes)
      expect(low).toBeLessThan(auc)
      expect(high).toBeGreaterThan(auc)
      return high - low
    }
    expect(width(1000)).toBeLessThan(width(100))
  })

  test('with fewer than two leads of a kind nothing is known', () => {
    expect(rocAucInterval(Float64Array.of(0.1, 0.5, 0.9), Uint8Array.of(0, 0, 1))).toEqual([0, 1])
    expect(rocAucInterval(new Float64Array(), new Uint8Array())).toEqual([0, 1])
  })
})
