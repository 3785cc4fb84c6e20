/**
 * Where to cut a column into bins: between all distinct values when there are at most `maxBins`, else at quantiles.
 *
 * `values` in any order, NaN ignored; the result ascending, one shorter than the number of bins.
 * A cut lies midway between its neighbours, so that a lead between them falls to the nearer one. A value so frequent that it
 * fills a bin gets its own, and the rest share what remains. Empty, constant and all-NaN columns give no cut.
 */
export function cutColumn(values: Float32Array, maxBins: number): Float32Array {
  const { distinct, counts } = countDistinct(values)
  const cuts: number[] = []
  let rowsLeft = counts.reduce((sum, count) => sum + count, 0)
  let binsLeft = maxBins
  let inBin = 0
  for (let i = 0; i + 1 < distinct.length; i += 1) {
    const count = counts[i] ?? 0
    const next = counts[i + 1] ?? 0
    inBin += count
    const share = rowsLeft / binsLeft
    // Closing is better now than after the next value when that would overshoot the share by more than we fall short of it.
    const full = inBin >= share || inBin + next - share > share - inBin
    const oneEach = distinct.length - i <= binsLeft
    if (binsLeft > 1 && (full || oneEach)) {
      cuts.push(midway(distinct[i] ?? 0, distinct[i + 1] ?? 0))
      rowsLeft -= inBin
      binsLeft -= 1
      inBin = 0
    }
  }
  return Float32Array.from(cuts)
}

/** Cut between two float32 neighbours such that `low < cut <= high`, whatever the rounding. */
function midway(low: number, high: number): number {
  const middle = Math.fround(low + (high - low) / 2)
  return middle > low ? middle : high
}

function countDistinct(values: Float32Array): { distinct: number[]; counts: number[] } {
  const sorted = values.filter((x) => !Number.isNaN(x)).sort()
  const distinct: number[] = []
  const counts: number[] = []
  for (const x of sorted) {
    const last = distinct.length - 1
    if (last >= 0 && distinct[last] === x) counts[last] = (counts[last] ?? 0) + 1
    else {
      distinct.push(x)
      counts.push(1)
    }
  }
  return { distinct, counts }
}
