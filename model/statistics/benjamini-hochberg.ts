/**
 * Benjamini-Hochberg adjustment: p-values corrected for how many were looked at, so that calling those up to 0.05 differences lets
 * at most 5 % of the calls be false, on average.
 *
 * `ps` one p per comparison, in any order, left as they are. Returns the adjusted ones in the same order: the smallest over all ranks
 * from the p's own up of p times count over rank, at most 1. Where nothing differs at all, the chance of any call is at most
 * 5 %, too. Both hold for comparisons that are independent or lean the same way. NaN stays NaN and is not counted. Empty input gives an empty array.
 * Source: Benjamini, Hochberg (1995); SciPy's `false_discovery_control`.
 */
export function benjaminiHochberg(ps: Float64Array): Float64Array {
  const order = Array.from(ps, (_, index) => index)
    .filter((index) => !Number.isNaN(ps[index]))
    .sort((left, right) => (ps[right] ?? 0) - (ps[left] ?? 0))
  const adjusted = new Float64Array(ps.length).fill(Number.NaN)
  let smallest = 1
  for (const [place, index] of order.entries()) {
    const rank = order.length - place
    smallest = Math.min(smallest, ((ps[index] ?? 1) * order.length) / rank)
    adjusted[index] = smallest
  }
  return adjusted
}
