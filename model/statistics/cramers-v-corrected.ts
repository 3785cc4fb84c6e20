import { totalCount } from './total-count.ts'

/**
 * Cramer's V of sample against level with the correction for bias, as deepchecks scores drift of categories.
 *
 * `reference` and `current` are counts over the union of levels. 0 where the difference is no more than chance gives, up to about 1. The
 * chi-square behind it has Yates' continuity correction for two levels. One level gives 0; one row on each side NaN; an
 * empty sample NaN.
 * Source: Bergsma (2013), "A bias-correction for Cramer's V and Tschuprow's T"; Yates (1934).
 */
export function cramersVCorrected(reference: Uint32Array, current: Uint32Array): number {
  const [n, m] = [totalCount(reference), totalCount(current)]
  if (n === 0 || m === 0) return Number.NaN
  const rows = n + m
  const levels = reference.reduce((count, a, level) => count + Number(a + (current[level] ?? 0) > 0), 0)
  if (levels === 1) return 0
  let chiSquare = 0
  for (let level = 0; level < reference.length; level++) {
    const [a, b] = [reference[level] ?? 0, current[level] ?? 0]
    if (a + b === 0) continue
    const off = Math.abs(a * m - b * n) / rows
    const corrected = levels === 2 ? off - Math.min(0.5, off) : off
    chiSquare += (corrected ** 2 * rows * rows) / (n * m * (a + b))
  }
  const excess = Math.max(0, chiSquare / rows - (levels - 1) / (rows - 1))
  const levelsCorrected = levels - (levels - 1) ** 2 / (rows - 1)
  const samplesCorrected = 2 - 1 / (rows - 1)
  return Math.sqrt(excess / Math.min(levelsCorrected - 1, samplesCorrected - 1))
}
