/** Above this the asymptotic series is exact to the last digit. */
const ASYMPTOTIC = 30

/**
 * ln Gamma(a + 1/2) - ln Gamma(a) for a > 0, without the digits that a difference of two log-gammas loses.
 *
 * About ln(a)/2; absolute error below 1e-14. Near a = 5,000 the plain difference is wrong by 1e-9 and more. Zero gives
 * -Infinity; negative numbers and NaN give NaN.
 * Method: the asymptotic series, reached from a small a by stepping up with Gamma(x + 1) = x Gamma(x).
 * Source: Tricomi, Erdélyi (1951), "The asymptotic expansion of a ratio of gamma functions".
 */
export function logGammaHalfStep(a: number): number {
  if (!(a >= 0)) return Number.NaN
  let product = 1
  let at = a
  for (; at < ASYMPTOTIC; at++) product *= at / (at + 0.5)
  const s = 1 / (at * at)
  const series = -1 / 8 + s * (1 / 192 - s * (1 / 640 - s * (17 / 14336 - s * (31 / 18432))))
  return Math.log(at) / 2 + series / at + Math.log(product)
}
