import { stirlingError } from './stirling-error.ts'

const HALF_LOG_TWO_PI = Math.log(2 * Math.PI) / 2

/**
 * Natural logarithm of the gamma function for x > 0; ln k! is `logGamma(k + 1)`.
 *
 * Absolute error below 1e-14 for x to 20, relative error below 1e-15 above. For a difference of two large ones use
 * `logGammaHalfStep` or `stirlingError`: the digits are lost in the subtraction. Zero gives Infinity; negative numbers and NaN
 * give NaN, because nothing here needs them.
 * Source: DLMF 5.11.1; Loader (2000) for what the formula lacks.
 */
export function logGamma(x: number): number {
  if (x === 0) return Number.POSITIVE_INFINITY
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x)
}
