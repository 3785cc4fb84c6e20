import { sigmoid } from './sigmoid.ts'

/**
 * First and second derivatives of the logistic loss, per row, as pairs `[gradient, hessian, gradient, hessian, ...]`.
 * They are rounded to a grid so coarse that float64 sums of all rows are exact. Sums then do not depend on the order of
 * rows, a sibling's histogram is exactly the parent's less the other child's, and equal splits have equal gains.
 */
export interface LossGradients {
  readonly pairs: Float64Array
  /** Recomputes all pairs for these log-odds. */
  update(logOdds: Float64Array): void
}

/** `labels` are 0 or 1; a positive row counts `positiveWeight` times. */
export function createLossGradients(labels: Uint8Array, positiveWeight: number): LossGradients {
  const pairs = new Float64Array(2 * labels.length)
  // 2^53 is the largest range of exact integers in a float64; the sum of absolute gradients is at most the sum of weights.
  const largestSum = labels.length * Math.max(1, positiveWeight)
  const grid = 2 ** (Math.ceil(Math.log2(largestSum)) - 52)
  return {
    pairs,
    update(logOdds) {
      for (let row = 0; row < labels.length; row += 1) {
        const label = labels[row] ?? 0
        const weight = label === 1 ? positiveWeight : 1
        const p = sigmoid(logOdds[row] ?? 0)
        pairs[2 * row] = Math.round((weight * (p - label)) / grid) * grid
        // Never 0: a hessian of 0 then says that there is no row.
        pairs[2 * row + 1] = Math.max(1, Math.round((weight * p * (1 - p)) / grid)) * grid
      }
    },
  }
}
