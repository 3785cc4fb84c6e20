import { totalCount } from './total-count.ts'

/** How a permutation test shuffles. */
export interface Shuffling {
  /** Shuffles at most; 999 gives p-values in thousandths. */
  readonly shuffles: number
  /**
   * Stop once this many shuffles were as far apart as the samples. With `floor(alpha * (shuffles + 1))` no verdict at level alpha
   * can change by it, and most shuffles are saved where nothing differs. Leave out to do them all.
   */
  readonly enough?: number
  /** Uniform in [0, 1); seeded, so that the same data gives the same p. */
  readonly random: () => number
}

/**
 * Permutation p-value by random shuffles: the chance that samples dealt anew from the pooled rows are at least as far apart as the two
 * are.
 *
 * `drawn` and `others` count the rows of either sample over the same groups (levels, or distinct values); deal out the smaller sample as
 * `drawn`, it costs a random number a row. `distance` maps the counts of a dealt `drawn` to how far apart the samples are then, in
 * any unit, larger being further; it must depend on nothing else and not keep the array. Returns (1 + as far) / (shuffles
 * + 1), or `enough` / shuffles done when it stopped early: both are valid p-values, so at most alpha of the tests without a
 * difference give p <= alpha. An empty sample gives 1.
 * Distances equal but for rounding (1e-12) count as equal.
 * Source: Phipson, Smyth (2010), "Permutation p-values should never be zero"; Besag, Clifford (1991), "Sequential Monte Carlo
 * p-values", for the early stop.
 */
export function permutationP(
  drawn: Uint32Array,
  others: Uint32Array,
  distance: (drawn: Uint32Array) => number,
  { shuffles, enough = Number.POSITIVE_INFINITY, random }: Shuffling,
): number {
  const observed = distance(drawn)
  const limit = observed - 1e-12 * Math.abs(observed)
  const rows = groupOfRows(drawn, others)
  const dealtRows = totalCount(drawn)
  const dealt = new Uint32Array(drawn.length)
  let asFar = 0
  for (let done = 1; done <= shuffles; done++) {
    dealt.fill(0)
    // The first steps of Fisher and Yates' shuffle; going on from the last order is as random as starting over.
    for (let row = 0; row < dealtRows; row++) {
      const other = row + Math.floor(random() * (rows.length - row))
      const group = rows[other] ?? 0
      rows[other] = rows[row] ?? 0
      rows[row] = group
      dealt[group] = (dealt[group] ?? 0) + 1
    }
    if (distance(dealt) >= limit) asFar++
    if (asFar >= enough) return asFar / done
  }
  return (1 + asFar) / (shuffles + 1)
}

/** The group of each pooled row. */
function groupOfRows(drawn: Uint32Array, others: Uint32Array): Uint32Array {
  const rows = new Uint32Array(totalCount(drawn) + totalCount(others))
  let next = 0
  for (let group = 0; group < drawn.length; group++) {
    const end = next + (drawn[group] ?? 0) + (others[group] ?? 0)
    rows.fill(group, next, end)
    next = end
  }
  return rows
}
