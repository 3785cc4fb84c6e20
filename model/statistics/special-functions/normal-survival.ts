import { erfc } from './erfc.ts'

/**
 * Survival function of the standard normal distribution: the chance of a value above `z`.
 *
 * Never computed as 1 minus the distribution function, so it keeps its digits to the underflow near z = 38.
 * NaN gives NaN; -Infinity gives 1, Infinity 0.
 * Source: Abramowitz and Stegun 26.2.29.
 */
export function normalSurvival(z: number): number {
  return erfc(z * Math.SQRT1_2) / 2
}
