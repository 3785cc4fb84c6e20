import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import golden from './statistics.golden.json' with { type: 'json' }
import { wilsonInterval } from './wilson-interval.ts'

describe('wilsonInterval', () => {
  it.each(golden.wilson)('equals SciPy: $successes of $n', ({ successes, n, interval }) => {
    const [low, high] = wilsonInterval(successes, n)
    expect(low).toBeCloseTo(interval[0] ?? Number.NaN, 12)
    expect(high).toBeCloseTo(interval[1] ?? Number.NaN, 12)
  })

  test('it holds the share and stays within 0 and 1', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (successes, failures) => {
        fc.pre(successes + failures > 0)
        const [low, high] = wilsonInterval(successes, successes + failures)
        const share = successes / (successes + failures)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(share)
        expect(high).toBeGreaterThanOrEqual(share)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('no lead, no knowledge', () => {
    expect(wilsonInterval(0, 0)).toEqual([0, 1])
  })
})
