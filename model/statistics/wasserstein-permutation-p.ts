import { permutationP, type Shuffling } from './permutation-p.ts'
import { totalCount } from './total-count.ts'

/**
 * Permutation p-value of the Wasserstein distance between two samples of numbers, given as counts over their distinct values.
 *
 * `values` ascending and distinct, any unit; `reference` and `current` count the rows of each value. Dividing the distance by a number, such
 * as the reference's deviation, leaves p as it is. Any ties; a constant pool gives 1, as does an empty sample.
 * Source: `permutationP`.
 */
export function wassersteinPermutationP(
  values: Float64Array,
  reference: Uint32Array,
  current: Uint32Array,
  shuffling: Shuffling,
): number {
  const swap = totalCount(reference) < totalCount(current)
  const [drawn, others] = swap ? [reference, current] : [current, reference]
  const [n, m] = [totalCount(drawn), totalCount(others)]
  if (n === 0) return 1
  const steps = values.length - 1
  const gaps = new Float64Array(Math.max(steps, 0))
  // Rows up to each value, times n: what `below * (n + m)` would be if both samples were alike.
  const alike = new Float64Array(Math.max(steps, 0))
  let pooled = 0
  for (let step = 0; step < steps; step++) {
    pooled += (drawn[step] ?? 0) + (others[step] ?? 0)
    gaps[step] = (values[step + 1] ?? 0) - (values[step] ?? 0)
    alike[step] = pooled * n
  }
  const distance = (counts: Uint32Array) => {
    let [below, area] = [0, 0]
    for (let step = 0; step < steps; step++) {
      below += counts[step] ?? 0
      area += (gaps[step] ?? 0) * Math.abs(below * (n + m) - (alike[step] ?? 0))
    }
    return area
  }
  return permutationP(drawn, others, distance, shuffling)
}
