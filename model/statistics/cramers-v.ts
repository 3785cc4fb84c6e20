import { chiSquareHomogeneity } from './chi-square-homogeneity.ts'
import { totalCount } from './total-count.ts'

/**
 * Cramer's V of sample against level, without correction: how strongly knowing the level tells which sample a row is from.
 *
 * `reference` and `current` are counts over the union of levels. 0 for equal shares, 1 for samples with nothing in common. Grows with few
 * rows and many levels without any difference. One level gives NaN, as does an empty sample.
 * Source: Cramer (1946); Evidently 0.7, correlations.
 */
export function cramersV(reference: Uint32Array, current: Uint32Array): number {
  const { statistic, degreesOfFreedom } = chiSquareHomogeneity(reference, current)
  if (degreesOfFreedom === 0) return Number.NaN
  // Two samples: the smaller side of the table minus one is 1.
  return Math.sqrt(statistic / (totalCount(reference) + totalCount(current)))
}
