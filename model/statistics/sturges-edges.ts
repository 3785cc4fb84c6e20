/**
 * Edges of equal-width bins by Sturges' rule: about log2(rows) + 1 bins from `low` to `high`, exactly as NumPy places them.
 *
 * `low` <= `high`, finite, any unit; `rows` >= 1 is how many values the rule counts. Returns one edge more than bins, ascending,
 * in the values' unit. When `low` equals `high` there is one bin of width 1 around it.
 * Source: Sturges (1926), "The choice of a class interval"; NumPy's `histogram_bin_edges` for the rounding.
 */
export function sturgesEdges(low: number, high: number, rows: number): Float64Array {
  if (low === high) return Float64Array.of(low - 0.5, high + 0.5)
  const range = high - low
  // Not simplified to ceil(log2(rows) + 1): the two divisions round, and now and then to one bin more.
  const width = range / (Math.log2(rows) + 1)
  // A range of a few of the smallest doubles has no width.
  const bins = width > 0 ? Math.ceil(range / width) : 1
  const step = range / bins
  const edges = Float64Array.from({ length: bins + 1 }, (_, edge) => low + edge * step)
  edges[bins] = high
  return edges
}
