/**
 * Brier score: the mean over leads of the squared difference between score and outcome.
 *
 * `scores` are chances from 0 to 1, `outcomes` 1 or 0, one entry per lead. Returns 0 (best) to 1; 0.25 for a score of 0.5
 * throughout. Empty input gives NaN, a NaN score gives NaN.
 * Source: Brier (1950), "Verification of forecasts expressed in terms of probability", in its half form for two outcomes.
 */
export function brierScore(scores: Float64Array, outcomes: Uint8Array): number {
  const sum = scores.reduce((total, score, lead) => total + (score - (outcomes[lead] ?? 0)) ** 2, 0)
  return sum / scores.length
}
