import type { ChiSquareResult } from './chi-square-fit.ts'
import { chiSquareSurvival } from './special-functions/chi-square-survival.ts'
import { totalCount } from './total-count.ts'

/**
 * G test (log-likelihood ratio) of goodness of fit: 2 sum of b ln(b / e), with the reference's counts scaled to the current size as
 * expected ones.
 *
 * `reference` and `current` are counts over the union of levels; levels empty in both do not count. A level the reference lacks makes
 * the statistic infinite and p 0. One level: 0 degrees of freedom and p NaN. An empty sample gives NaN.
 * Source: Evidently 0.7 (later ones, which scale), `g_test`; SciPy's `power_divergence(lambda_="log-likelihood")`.
 */
export function gTest(reference: Uint32Array, current: Uint32Array): ChiSquareResult {
  const scale = totalCount(current) / totalCount(reference)
  let [sum, levels] = [0, 0]
  for (let level = 0; level < reference.length; level++) {
    const [inReference, observed] = [reference[level] ?? 0, current[level] ?? 0]
    if (inReference === 0 && observed === 0) continue
    levels++
    if (observed > 0) sum += observed * Math.log(observed / (inReference * scale))
  }
  // Rounding may leave a little under 0 where all counts are as expected.
  const statistic = Number.isNaN(scale) || scale === 0 ? Number.NaN : Math.max(0, 2 * sum)
  const degreesOfFreedom = levels - 1
  const p = degreesOfFreedom < 1 ? Number.NaN : chiSquareSurvival(statistic, degreesOfFreedom)
  return { statistic, degreesOfFreedom, p }
}
