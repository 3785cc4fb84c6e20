/**
 * Quantile: the value below which a share of a sample lies, by linear interpolation between order statistics
 * (Hyndman and Fan's type 7, the default of NumPy and R).
 *
 * `sorted` ascending without NaN, any unit; `share` 0 to 1 (clamped). The result has the unit of the values.
 * Empty input gives NaN; a constant sample gives its value; ties need nothing special.
 * Source: Hyndman, Fan (1996), "Sample quantiles in statistical packages".
 */
export function quantile(sorted: Float64Array | Float32Array, share: number): number {
  if (sorted.length === 0) return Number.NaN
  const position = Math.min(Math.max(share, 0), 1) * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] ?? Number.NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN
  // Without this, an infinite neighbour that has no weight would give NaN.
  return position === below ? low : low + (position - below) * (high - low)
}
