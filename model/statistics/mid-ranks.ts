/**
 * Mid-ranks: each value's rank in ascending order, from 1; tied values share the mean of their ranks.
 *
 * `values` in any order, left as they are. Returns one rank per value (a multiple of 0.5, exact). Empty input gives an
 * empty array; constant input gives the same rank throughout; -0 and 0 are tied; NaN values rank above all, tied.
 * Source: Kendall (1945), "The treatment of ties in ranking problems"; SciPy's `rankdata`.
 */
export function midRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, index) => index)
  // Typed arrays sort NaN last by themselves, but a comparison function must say so.
  order.sort((left, right) => compare(values[left] ?? Number.NaN, values[right] ?? Number.NaN))
  const ranks = new Float64Array(values.length)
  for (let start = 0; start < order.length; ) {
    const first = values[order[start] ?? 0] ?? Number.NaN
    let end = start + 1
    while (end < order.length && compare(values[order[end] ?? 0] ?? Number.NaN, first) === 0) end++
    for (let index = start; index < end; index++) ranks[order[index] ?? 0] = (start + 1 + end) / 2
    start = end
  }
  return ranks
}

function compare(left: number, right: number): number {
  if (left < right) return -1
  if (left > right) return 1
  if (left === right) return 0
  return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
}
