/**
 * Sum of counts: the number of rows they count.
 *
 * Exact below 2^53. Empty input gives 0.
 */
export function totalCount(counts: Uint32Array): number {
  let total = 0
  for (const count of counts) total += count
  return total
}
