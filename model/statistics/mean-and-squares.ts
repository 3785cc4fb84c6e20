/** Result of `meanAndSquares`. */
export interface MeanAndSquares {
  readonly mean: number
  /** Sum of the squared distances from the mean: divide by n or n - 1 for a variance. */
  readonly squares: number
}

/**
 * Mean of a sample, and the sum of squared distances from it, in two passes.
 *
 * `values` in any order and unit. Constant values give exactly their value and 0; one value as well; empty input gives NaN for the
 * mean and 0; NaN gives NaN. Accurate when the values are large and close together: the second pass corrects the first
 * one's rounding, and sums are compensated (Kahan).
 * Source: Chan, Golub, LeVeque (1983), "Algorithms for computing the sample variance", the corrected two-pass form.
 */
export function meanAndSquares(values: Float64Array): MeanAndSquares {
  const n = values.length
  const rough = sumFrom(values, 0) / n
  const mean = rough + sumFrom(values, rough) / n
  let [squares, lost] = [0, 0]
  for (let index = 0; index < n; index++) {
    const distance = (values[index] ?? Number.NaN) - mean
    const term = distance * distance - lost
    const next = squares + term
    lost = next - squares - term
    squares = next
  }
  return { mean, squares }
}

/** Compensated sum of the distances from `origin`. */
function sumFrom(values: Float64Array, origin: number): number {
  let [sum, lost] = [0, 0]
  for (let index = 0; index < values.length; index++) {
    const term = (values[index] ?? Number.NaN) - origin - lost
    const next = sum + term
    lost = next - sum - term
    sum = next
  }
  return sum
}
