import { totalCount } from './total-count.ts'

/**
 * Shares of counts with the empty ones filled, so that their logarithm exists, as Evidently 0.7 fills them for PSI and KL.
 *
 * An empty share becomes 0.0001, or the smallest share that is not empty divided by a million when that one is at most 0.0001
 * itself. Shares are not scaled again: with fills they sum to a little more than 1. All counts 0 gives NaN throughout.
 * Source: Evidently 0.7, the shares of `psi` and `kl_div`.
 */
export function filledShares(counts: Uint32Array): Float64Array {
  const rows = totalCount(counts)
  const shares = Float64Array.from(counts, (count) => count / rows)
  const smallest = shares.reduce((least, share) => (share > 0 && share < least ? share : least), Infinity)
  const fill = smallest <= 0.0001 ? smallest / 1e6 : 0.0001
  return shares.map((share) => (share === 0 ? fill : share))
}
