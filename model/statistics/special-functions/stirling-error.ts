/** Above this the asymptotic series is exact to the last digit. */
const ASYMPTOTIC = 16

/**
 * Error of Stirling's formula: ln Gamma(x) minus ((x - 1/2) ln x - x + ln(2 pi)/2), for x > 0.
 *
 * About 1/(12 x); absolute error below 1e-15. It is what makes binomial terms of large samples exact where differences of
 * log-gammas would lose digits. Zero and below give NaN, and so does NaN.
 * Method: the asymptotic series, reached from a small x by stepping up with Gamma(x + 1) = x Gamma(x).
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities"; DLMF 5.11.1.
 */
export function stirlingError(x: number): number {
  if (!(x > 0)) return Number.NaN
  let steps = 0
  let at = x
  for (; at < ASYMPTOTIC; at++) steps += (at + 0.5) * Math.log1p(1 / at) - 1
  const s = 1 / (at * at)
  const series =
    1 / 12 - s * (1 / 360 - s * (1 / 1260 - s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360)))))
  return steps + series / at
}
