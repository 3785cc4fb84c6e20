import { normalSurvival } from './special-functions/normal-survival.ts'

/** A z test of two proportions. */
export interface ProportionsTest {
  /** Difference of the proportions in standard errors; NaN where both are 0, or both 1. */
  readonly z: number
  /** Two-sided p, as 2 sf(|z|): right however small. */
  readonly p: number
  /** Two-sided p, as 2 (1 - cdf(|z|)): what Evidently shows; it loses digits above |z| = 5 and is 0 above 8.3. */
  readonly pFromCdf: number
}

/**
 * Z test of two proportions with a pooled variance: do two samples hold the same share of something?
 *
 * `successes` of `rows` in each sample, 0 <= successes <= rows. Two-sided, without continuity correction. Where the pooled share is 0 or
 * 1 nothing differs, and p is 1. An empty sample gives NaN and p 1.
 * Source: Evidently 0.7, `z`.
 */
export function twoProportionsZ(
  reference: { readonly successes: number; readonly rows: number },
  current: { readonly successes: number; readonly rows: number },
): ProportionsTest {
  const pooled = (reference.successes + current.successes) / (reference.rows + current.rows)
  const variance = pooled * (1 - pooled) * (1 / reference.rows + 1 / current.rows)
  const z = (reference.successes / reference.rows - current.successes / current.rows) / Math.sqrt(variance)
  if (Number.isNaN(z)) return { z, p: 1, pFromCdf: 1 }
  return { z, p: 2 * normalSurvival(Math.abs(z)), pFromCdf: 2 * (1 - normalSurvival(-Math.abs(z))) }
}
