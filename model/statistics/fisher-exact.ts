/**
 * Fisher's exact test on a table of two samples by two levels, two-sided: the chance of a table no likelier than this one, with the
 * margins as they are.
 *
 * `reference` and `current` are counts of the two levels, whole numbers. Sizes may differ. A margin of 0 gives 1: nothing can
 * differ. Chances that are equal but for 1e-14 of rounding count as equal.
 * Source: Fisher (1922); SciPy's `fisher_exact`.
 */
export function fisherExact(
  reference: readonly [number, number],
  current: readonly [number, number],
): number {
  const drawn = reference[0] + reference[1]
  const others = current[0] + current[1]
  const first = reference[0] + current[0]
  const low = Math.max(0, first - others)
  const high = Math.min(first, drawn)
  // Chances relative to the most likely table, walked outward by ratios of neighbours: no logarithms, so no digits lost.
  const mode = Math.min(Math.max(Math.floor(((drawn + 1) * (first + 1)) / (drawn + others + 2)), low), high)
  const weights = new Float64Array(high - low + 1)
  weights[mode - low] = 1
  const upward = (cell: number) =>
    ((first - cell) * (drawn - cell)) / ((cell + 1) * (others - first + cell + 1))
  for (let cell = mode; cell < high; cell++)
    weights[cell + 1 - low] = (weights[cell - low] ?? 0) * upward(cell)
  for (let cell = mode; cell > low; cell--)
    weights[cell - 1 - low] = (weights[cell - low] ?? 0) / upward(cell - 1)
  const limit = (weights[reference[0] - low] ?? 0) * (1 + 1e-14)
  // Ascending, so that the small ones are not lost beside the large.
  weights.sort()
  let [asUnlikely, total] = [0, 0]
  for (const weight of weights) {
    total += weight
    if (weight <= limit) asUnlikely = total
  }
  return Math.min(1, asUnlikely / total)
}
