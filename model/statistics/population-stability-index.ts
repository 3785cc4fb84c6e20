import { filledShares } from './filled-shares.ts'

/**
 * Population stability index (PSI) of two samples counted over the same bins: sum of (p - q) ln(p / q) over the shares.
 *
 * `reference` and `current` are counts over the union of bins or levels. Empty shares are filled (`filledShares`), and one bin of
 * 5 % that is empty on the other side adds 0.31: read PSI with the sample sizes in mind. 0 for equal shares, no upper bound.
 * Bins empty in both are filled in both. An empty sample gives NaN.
 * Source: Evidently 0.7, `psi`.
 */
export function populationStabilityIndex(reference: Uint32Array, current: Uint32Array): number {
  const [p, q] = [filledShares(reference), filledShares(current)]
  let sum = 0
  for (let bin = 0; bin < p.length; bin++) {
    const [pk, qk] = [p[bin] ?? Number.NaN, q[bin] ?? Number.NaN]
    sum += (pk - qk) * Math.log(pk / qk)
  }
  return p.length === 0 ? Number.NaN : sum
}
