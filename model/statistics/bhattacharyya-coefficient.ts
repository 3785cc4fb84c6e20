import { totalCount } from './total-count.ts'

/**
 * Bhattacharyya coefficient of two samples counted over the same bins: sum of the roots of p q, the overlap of their shares.
 *
 * `reference` and `current` are counts over the union of bins or levels. 1 for equal shares (give or take rounding), 0 for samples with
 * nothing in common. Symmetric. An empty sample gives NaN.
 * Source: Bhattacharyya (1943).
 */
export function bhattacharyyaCoefficient(reference: Uint32Array, current: Uint32Array): number {
  const [n, m] = [totalCount(reference), totalCount(current)]
  if (n === 0 || m === 0) return Number.NaN
  let overlap = 0
  for (let bin = 0; bin < reference.length; bin++)
    overlap += Math.sqrt(((reference[bin] ?? 0) / n) * ((current[bin] ?? 0) / m))
  return overlap
}
