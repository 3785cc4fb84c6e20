import type { ChiSquareResult } from './chi-square-fit.ts'
import { chiSquareSurvival } from './special-functions/chi-square-survival.ts'
import { totalCount } from './total-count.ts'

/**
 * Pearson's chi-square test of homogeneity on the table of two samples by K levels: do both come from the same shares?
 *
 * `reference` and `current` are counts over the union of levels; levels empty in both do not count. No continuity correction. A new level
 * counts by its size. One level, or an empty sample: 0 degrees of freedom, statistic 0, p 1: nothing differs.
 * Source: Pearson (1900); SciPy's `chi2_contingency(correction=False)`.
 */
export function chiSquareHomogeneity(reference: Uint32Array, current: Uint32Array): ChiSquareResult {
  const [n, m] = [totalCount(reference), totalCount(current)]
  let [statistic, levels] = [0, 0]
  for (let level = 0; level < reference.length; level++) {
    const [a, b] = [reference[level] ?? 0, current[level] ?? 0]
    if (a + b === 0) continue
    levels++
    // Both cells of a level lie as far from what is expected: the difference (a m - b n) / (n + m), a whole number above.
    statistic += (a * m - b * n) ** 2 / (n * m * (a + b))
  }
  if (n === 0 || m === 0 || levels < 2) return { statistic: 0, degreesOfFreedom: 0, p: 1 }
  return { statistic, degreesOfFreedom: levels - 1, p: chiSquareSurvival(statistic, levels - 1) }
}
