/**
 * Logistic function: the probability that belongs to log-odds, `1 / (1 + exp(-logOdds))`, in float64.
 * 0 at -Infinity, 1 at Infinity, NaN for NaN.
 */
export function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
