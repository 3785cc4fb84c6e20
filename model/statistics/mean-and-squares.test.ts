import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { relativeError } from './golden/relative-error.ts'
import { meanAndSquares } from './mean-and-squares.ts'

describe('meanAndSquares', () => {
  test('whole numbers near a large one: as exact as with big integers', () => {
    const sample = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(sample, fc.constantFrom(0, 1e6, 1e12), (steps, offset) => {
        const { mean, squares } = meanAndSquares(Float64Array.from(steps, (step) => offset + step))
        // n times the sum of squares minus the squared sum does not change with the offset.
        const n = BigInt(steps.length)
        const sum = steps.reduce((total, step) => total + BigInt(step), 0n)
        const sumOfSquares = steps.reduce((total, step) => total + BigInt(step) ** 2n, 0n)
        expect(mean - offset).toBeCloseTo(Number(sum) / steps.length, offset === 1e12 ? 3 : 9)
        const expected = Number(n * sumOfSquares - sum * sum) / steps.length
        expect(Math.abs(squares - expected)).toBeLessThan(1e-6 + 1e-12 * expected)
      }),
    )
  })

  test('a constant is exactly itself, however often', () => {
    expect(meanAndSquares(new Float64Array(1001).fill(0.1))).toEqual({ mean: 0.1, squares: 0 })
    expect(meanAndSquares(Float64Array.of(3))).toEqual({ mean: 3, squares: 0 })
    // The first pass alone misses both.
    expect(meanAndSquares(Float64Array.of(0.1, 0.1, 0.1)).mean).toBe(0.1)
    expect(meanAndSquares(Float64Array.of(0.7, 0.7, 0.7)).mean).toBe(0.7)
  })

  test('100,000 terms lose no digits', () => {
    const n = 100_000
    const { mean, squares } = meanAndSquares(Float64Array.from({ length: n }, (_, k) => (k + 1) / 3))
    expect(relativeError(mean, (n + 1) / 6)).toBeLessThan(1e-15)
    expect(relativeError(squares, (n * (n * n - 1)) / 108)).toBeLessThan(1e-15)
  })

  test('nothing has no mean; NaN stays NaN', () => {
    expect(meanAndSquares(new Float64Array())).toEqual({ mean: Number.NaN, squares: 0 })
    expect(meanAndSquares(Float64Array.of(1, Number.NaN)).squares).toBeNaN()
  })
})
