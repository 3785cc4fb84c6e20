import { permutationP, type Shuffling } from './permutation-p.ts'
import { totalCount } from './total-count.ts'

/**
 * Permutation p-value of the Jensen-Shannon distance between two samples of categories.
 *
 * `reference` and `current` are counts over the union of levels; levels empty in both change nothing. Levels may be many and rare: p
 * stays right where the chi-square test would not. One level gives 1, as does an empty sample.
 * Source: `permutationP`.
 */
export function jensenShannonPermutationP(
  reference: Uint32Array,
  current: Uint32Array,
  shuffling: Shuffling,
): number {
  const swap = totalCount(reference) < totalCount(current)
  const [drawn, others] = swap ? [reference, current] : [current, reference]
  const [n, m] = [totalCount(drawn), totalCount(others)]
  if (n === 0) return 1
  // A level's part depends only on how many of its pooled rows were dealt: one entry to each possibility, instead of logarithms
  // in every shuffle.
  const start = new Uint32Array(drawn.length)
  const parts = new Float64Array(n + m + drawn.length)
  let next = 0
  for (let level = 0; level < drawn.length; level++) {
    start[level] = next
    const rows = (drawn[level] ?? 0) + (others[level] ?? 0)
    for (let dealt = 0; dealt <= rows; dealt++) parts[next++] = partOfLevel(dealt / n, (rows - dealt) / m)
  }
  const distance = (counts: Uint32Array) => {
    let sum = 0
    for (let level = 0; level < counts.length; level++)
      sum += parts[(start[level] ?? 0) + (counts[level] ?? 0)] ?? 0
    return sum
  }
  return permutationP(drawn, others, distance, shuffling)
}

/** Twice a level's part of the squared distance. */
function partOfLevel(p: number, q: number): number {
  const mean = (p + q) / 2
  return (p > 0 ? p * Math.log(p / mean) : 0) + (q > 0 ? q * Math.log(q / mean) : 0)
}
