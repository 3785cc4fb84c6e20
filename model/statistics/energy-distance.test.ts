import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { energyDistance } from './energy-distance.ts'
import file from './golden/drift/energy.json' with { type: 'json' }
import { goldenScore } from './golden/read-golden.ts'
import { poolPair, readPairResults } from './golden/read-pair-results.ts'
import { relativeError } from './golden/relative-error.ts'

const results = readPairResults(file, goldenScore)

const sample = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 })

describe('energyDistance', () => {
  it.each(results)('equals SciPy: $id, $family', ({ pool, expected }) => {
    const score = energyDistance(pool)
    if ('error' in expected) {
      expect(score).toBeNaN()
      return
    }
    expect(relativeError(score, expected.score)).toBeLessThan(1e-12)
    expect(score > 0.1).toBe(expected.drift)
  })

  test('an empty sample against a constant gives NaN too', () => {
    const [empty, constant] = [new Float64Array(), Float64Array.of(5, 5)]
    expect(energyDistance(poolPair({ reference: empty, current: constant }))).toBeNaN()
    expect(energyDistance(poolPair({ reference: constant, current: empty }))).toBeNaN()
  })

  test('100,000 small steps lose no digits', () => {
    const n = 100_000
    const current = Float64Array.from({ length: n }, (_, k) => (k + 1) / 3)
    // The steps are (1 - k/n)^2 high and 1/3 wide: their sum is (n + 1)(2n + 1)/(6n) thirds.
    const expected = Math.sqrt(((n + 1) * (2 * n + 1)) / (9 * n))
    const score = energyDistance(poolPair({ reference: Float64Array.of(0), current }))
    expect(relativeError(score, expected)).toBeLessThan(2e-15)
  })

  test('it is what pairs across samples are further apart than pairs within', () => {
    const meanDistance = (left: number[], right: number[]) =>
      left.flatMap((x) => right.map((y) => Math.abs(x - y))).reduce((a, b) => a + b, 0) /
      (left.length * right.length)
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const squared = 2 * meanDistance(x, y) - meanDistance(x, x) - meanDistance(y, y)
        const pool = poolPair({ reference: Float64Array.from(x), current: Float64Array.from(y) })
        expect(energyDistance(pool) ** 2).toBeCloseTo(squared, 9)
      }),
    )
  })
})
