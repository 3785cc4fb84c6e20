/**
 * How many values lie in each bin: bins are closed on the left and open on the right, the last one closed on both sides.
 *
 * `edges` ascending, one more than bins, in the values' unit. Values outside the edges and NaN are not counted. Empty input
 * gives zeros. A value on an edge is compared with the edge itself, never with a rounded quotient.
 * Source: NumPy's `histogram`.
 */
export function histogramCounts(values: Float64Array, edges: Float64Array): Uint32Array {
  const bins = edges.length - 1
  const counts = new Uint32Array(Math.max(bins, 0))
  const first = edges[0] ?? Number.NaN
  const last = edges[bins] ?? Number.NaN
  for (const value of values) {
    if (!(value >= first && value <= last)) continue
    const bin = Math.min(edgesUpTo(edges, value) - 1, bins - 1)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

/** How many edges are at most the value, by bisection. */
function edgesUpTo(edges: Float64Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((edges[middle] ?? Number.NaN) <= value) low = middle + 1
    else high = middle
  }
  return low
}
