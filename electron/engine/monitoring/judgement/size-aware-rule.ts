/**
 * The numbers of the size-aware rule; the guide and the sentences on screen read them from here.
 *
 * `floor`: a statistic below it is no drift, however sure. `alpha`: the largest adjusted p that is drift. `shuffles`: deals of
 * the permutation test. `leastRows`: with fewer rows with a value, on either side, nothing is judged. `mostShuffledRows`: with more rows
 * in both samples together, a sample of this many is shuffled.
 */
export const SIZE_AWARE_RULE = {
  floor: 0.1,
  alpha: 0.05,
  shuffles: 999,
  leastRows: 20,
  mostShuffledRows: 10_000,
} as const
