import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { readSpecialFunction } from '../golden/read-special-functions.ts'
import { relativeError } from '../golden/relative-error.ts'
import { kolmogorovMatrix } from './kolmogorov-matrix.ts'
import { kolmogorovOneSided } from './kolmogorov-one-sided.ts'
import { kolmogorovPelzGood } from './kolmogorov-pelz-good.ts'
import { kolmogorovSurvival } from './kolmogorov-survival.ts'

/**
 * The chance that n sorted uniform values all stay within d of where they should be, as Steck's determinant:
 * n! det((b_i - a_j)+^(j-i+1) / (j-i+1)!).
 */
function steckDeterminant(n: number, d: number): number {
  const low = Array.from({ length: n }, (_, i) => Math.max(0, (i + 1) / n - d))
  const high = Array.from({ length: n }, (_, i) => Math.min(1, i / n + d))
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1))
  const rows = high.map((b, i) =>
    low.map((a, j) => (j < i - 1 ? 0 : Math.max(0, b - a) ** (j - i + 1) / factorial(j - i + 1))),
  )
  return factorial(n) * determinant(rows)
}

/** By minors along the first row, as in a schoolbook. */
function determinant(rows: readonly (readonly number[])[]): number {
  if (rows.length === 0) return 1
  const [first = [], ...rest] = rows
  return first.reduce((sum, cell, column) => {
    if (cell === 0) return sum
    const minor = rest.map((row) => row.filter((_, other) => other !== column))
    return sum + (column % 2 === 0 ? 1 : -1) * cell * determinant(minor)
  }, 0)
}

describe('kolmogorovSurvival', () => {
  it.each(readSpecialFunction('kstwo_sf'))('equals SciPy: n $n at $x', ({ n, x, y }) => {
    expect(relativeError(kolmogorovSurvival(n, x), y)).toBeLessThan(1e-9)
  })

  test.each([
    [2000, 0.033091, 0.024488340749773352],
    [2000, 0.033242, 0.023523919812197525],
    [500, 0.066182, 0.0239113101658468],
    [500, 0.066483, 0.022969268826500005],
  ])('equals SciPy 1.17 on both sides of n d^2 = 2.2, where the method changes: n %d at %d', (n, x, y) => {
    expect(relativeError(kolmogorovSurvival(n, x), y)).toBeLessThan(1e-9)
  })

  test('few values: the volume in which all stay near', () => {
    const n = fc.integer({ min: 1, max: 7 })
    fc.assert(
      fc.property(n, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, d) => {
        const stays = steckDeterminant(n, d)
        // No digits of the sum are left where the chance is near 1; below n d = 1/2 it is 0.
        expect(Math.abs(kolmogorovSurvival(n, d) - (n * d <= 0.5 ? 1 : 1 - stays))).toBeLessThan(1e-9)
      }),
    )
  })

  test('many values: the series is near the exact matrix, and twice one side near the series where they meet', () => {
    const n = fc.integer({ min: 141, max: 400 })
    fc.assert(
      fc.property(n, fc.double({ min: 0.2, max: 1.48, noNaN: true }), (n, z) => {
        const d = z / Math.sqrt(n)
        const error = Math.abs(kolmogorovMatrix(n, d) - kolmogorovPelzGood(n, d))
        expect(error).toBeLessThan(0.07 / n ** 2)
      }),
      { numRuns: 20 },
    )
    const far = Math.sqrt(2.2 / 2000)
    expect(relativeError(2 * kolmogorovOneSided(2000, far), 1 - kolmogorovPelzGood(2000, far))).toBeLessThan(
      1e-5,
    )
  })

  test('it falls as the distance grows, and the ends are known', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (n, one, other) => {
          const nearer = kolmogorovSurvival(n, Math.min(one, other))
          expect(kolmogorovSurvival(n, Math.max(one, other))).toBeLessThanOrEqual(nearer + 1e-6)
        },
      ),
      { numRuns: 50 },
    )
    expect(kolmogorovSurvival(5, 0)).toBe(1)
    expect(kolmogorovSurvival(5, 1)).toBe(0)
    expect(kolmogorovSurvival(0, 0.5)).toBeNaN()
    expect(kolmogorovSurvival(2.5, 0.5)).toBeNaN()
    expect(kolmogorovSurvival(5, Number.NaN)).toBeNaN()
  })
})
