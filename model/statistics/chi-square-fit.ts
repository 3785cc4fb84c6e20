import { chiSquareSurvival } from './special-functions/chi-square-survival.ts'
import { totalCount } from './total-count.ts'

/** A test whose statistic follows the chi-square distribution. */
export interface ChiSquareResult {
  readonly statistic: number
  readonly degreesOfFreedom: number
  readonly p: number
}

/**
 * Chi-square test of goodness of fit, as Evidently 0.7 does it: are the current counts drawn from the reference's shares, taken as
 * known?
 *
 * `reference` and `current` are counts over the union of levels; levels empty in both do not count. Expected counts are the
 * reference's scaled to the current size, with no minimum. A level the reference lacks makes the statistic infinite and p 0,
 * whatever its count: `chiSquareHomogeneity` does not do that. One level: 0 degrees of freedom and p NaN. An empty sample gives
 * NaN.
 * Source: Evidently 0.7, `chisquare`; Pearson (1900).
 */
export function chiSquareFit(reference: Uint32Array, current: Uint32Array): ChiSquareResult {
  const scale = totalCount(current) / totalCount(reference)
  let [statistic, levels] = [0, 0]
  for (let level = 0; level < reference.length; level++) {
    const [inReference, observed] = [reference[level] ?? 0, current[level] ?? 0]
    if (inReference === 0 && observed === 0) continue
    levels++
    const expected = inReference * scale
    statistic += (observed - expected) ** 2 / expected
  }
  const degreesOfFreedom = levels - 1
  const p = degreesOfFreedom < 1 ? Number.NaN : chiSquareSurvival(statistic, degreesOfFreedom)
  return { statistic, degreesOfFreedom, p }
}
