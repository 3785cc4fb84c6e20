import { filledShares } from './filled-shares.ts'

/**
 * Kullback-Leibler divergence of the reference from the current sample: sum of p ln(p / q), natural logarithm.
 *
 * `reference` and `current` are counts over the union of bins or levels. Empty shares are filled (`filledShares`) and both sides
 * scaled to sum to 1. 0 for equal shares, no upper bound, not symmetric. An empty sample gives NaN.
 * Source: Evidently 0.7, `kl_div`; SciPy's `entropy(p, q)`.
 */
export function kullbackLeibler(reference: Uint32Array, current: Uint32Array): number {
  const [p, q] = [filledShares(reference), filledShares(current)]
  const total = (shares: Float64Array) => shares.reduce((sum, share) => sum + share, 0)
  const [pTotal, qTotal] = [total(p), total(q)]
  let sum = 0
  for (let bin = 0; bin < p.length; bin++) {
    const [pk, qk] = [(p[bin] ?? Number.NaN) / pTotal, (q[bin] ?? Number.NaN) / qTotal]
    sum += pk * Math.log(pk / qk)
  }
  return p.length === 0 ? Number.NaN : sum
}
