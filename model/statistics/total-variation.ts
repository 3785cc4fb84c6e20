import { totalCount } from './total-count.ts'

/**
 * Total variation distance (TVD) of two samples counted over the same levels: half the sum of |p - q|.
 *
 * `reference` and `current` are counts over the union of levels. 0 for equal shares, 1 for samples with nothing in common: the share of rows
 * that would have to change level. Symmetric. Computed in whole numbers, so that equal shares give 0 exactly. An empty sample
 * gives NaN.
 * Source: Levin, Peres, Wilmer (2009), "Markov chains and mixing times", section 4.1.
 */
export function totalVariation(reference: Uint32Array, current: Uint32Array): number {
  const [n, m] = [totalCount(reference), totalCount(current)]
  let sum = 0
  for (let level = 0; level < reference.length; level++)
    sum += Math.abs((reference[level] ?? 0) * m - (current[level] ?? 0) * n)
  return sum / (2 * n * m)
}
