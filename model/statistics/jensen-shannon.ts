import { totalCount } from './total-count.ts'

/**
 * Jensen-Shannon distance of two samples counted over the same bins: the root of the mean divergence of each from their mean, natural
 * logarithm.
 *
 * `reference` and `current` are counts over the union of bins or levels; empty ones stay empty, and those empty in both change
 * nothing. 0 for equal shares (or a rounding error of up to 1e-8), sqrt(ln 2) = 0.8326 for samples with nothing in common.
 * Symmetric. An empty sample gives NaN.
 * Source: Endres, Schindelin (2003); SciPy's `jensenshannon`.
 */
export function jensenShannon(reference: Uint32Array, current: Uint32Array): number {
  const [n, m] = [totalCount(reference), totalCount(current)]
  let sum = 0
  for (let bin = 0; bin < reference.length; bin++) {
    const [p, q] = [(reference[bin] ?? 0) / n, (current[bin] ?? 0) / m]
    const mean = (p + q) / 2
    if (p > 0) sum += p * Math.log(p / mean)
    if (q > 0) sum += q * Math.log(q / mean)
  }
  if (n === 0 || m === 0) return Number.NaN
  return Math.sqrt(Math.max(0, sum / 2))
}
