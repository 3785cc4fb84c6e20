import { meanAndSquares } from './mean-and-squares.ts'

/** Below this a spread counts as this much, so that a constant reference can be divided by. */
const SMALLEST = 0.001

/**
 * What distances from a reference sample are divided by: its standard deviation (divisor n), but at least 0.001.
 *
 * `reference` in any order; the result has its unit. A constant reference gives 0.001: every move above 0.0001 then counts as
 * drift, and a field whose spread is below 0.001 hardly ever drifts; say so where it happens. Empty input and NaN give NaN.
 * Source: Evidently 0.7, whose "normed" Wasserstein distance divides by this.
 */
export function referenceScale(reference: Float64Array): number {
  const { squares } = meanAndSquares(reference)
  return Math.max(Math.sqrt(squares / reference.length), SMALLEST)
}
