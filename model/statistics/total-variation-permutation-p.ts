import { permutationP, type Shuffling } from './permutation-p.ts'
import { totalCount } from './total-count.ts'

/**
 * Permutation p-value of the total variation distance between two samples of categories.
 *
 * `reference` and `current` are counts over the union of levels. Distances are compared as whole numbers, so ties are exact. One level
 * gives 1, as does an empty sample. Evidently's own figure comes from 1,000 shuffles with NumPy's generator and no +1: it
 * agrees only to within chance.
 * Source: `permutationP`.
 */
export function totalVariationPermutationP(
  reference: Uint32Array,
  current: Uint32Array,
  shuffling: Shuffling,
): number {
  const swap = totalCount(reference) < totalCount(current)
  const [drawn, others] = swap ? [reference, current] : [current, reference]
  const [n, m] = [totalCount(drawn), totalCount(others)]
  if (n === 0) return 1
  // With c rows of a level in all, |a m - (c - a) n| = |a (n + m) - c n|.
  const alike = Float64Array.from(drawn, (count, level) => (count + (others[level] ?? 0)) * n)
  const distance = (counts: Uint32Array) => {
    let sum = 0
    for (let level = 0; level < counts.length; level++)
      sum += Math.abs((counts[level] ?? 0) * (n + m) - (alike[level] ?? 0))
    return sum
  }
  return permutationP(drawn, others, distance, shuffling)
}
