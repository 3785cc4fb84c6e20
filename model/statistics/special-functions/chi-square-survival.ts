import { erfc } from './erfc.ts'
import { logGamma } from './log-gamma.ts'

/** exp(-700) is near the smallest number; above this the terms are taken as logarithms one by one. */
const LARGEST_DIRECT = 700

/**
 * Survival function of the chi-square distribution: the chance of a value above `x`, with `df` = 1, 2, 3... degrees of freedom.
 *
 * A finite sum of positive terms, never 1 minus the distribution function; relative error below 1e-12. x of 0 and below gives 1,
 * Infinity 0. NaN, and a `df` that is not a whole number above 0, give NaN.
 * Source: Abramowitz and Stegun 26.4.4 and 26.4.5.
 */
export function chiSquareSurvival(x: number, df: number): number {
  if (Number.isNaN(x) || !Number.isInteger(df) || df < 1) return Number.NaN
  if (x <= 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  const half = x / 2
  const odd = df % 2 === 1
  // Even: exp(-h) sum of h^k/k!. Odd: erfc(sqrt h) + exp(-h) sum of h^(k+1/2)/Gamma(k+3/2).
  const shift = odd ? 0.5 : 0
  const terms = Math.floor(df / 2)
  const start = odd ? erfc(Math.sqrt(half)) : 0
  if (half > LARGEST_DIRECT) return start + sumOfLogTerms(half, shift, terms)
  let term = odd ? (2 * Math.sqrt(half)) / Math.sqrt(Math.PI) : 1
  let sum = 0
  for (let k = 0; k < terms; k++) {
    sum += term
    term *= half / (k + 1 + shift)
  }
  return Math.min(1, start + Math.exp(-half) * sum)
}

function sumOfLogTerms(half: number, shift: number, terms: number): number {
  let sum = 0
  for (let k = 0; k < terms; k++) {
    sum += Math.exp((k + shift) * Math.log(half) - half - logGamma(k + 1 + shift))
  }
  return sum
}
