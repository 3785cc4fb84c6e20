/** Scores are kept this far from 0 and 1, so that one certain mistake does not make the whole loss infinite. */
const FLOOR = 2 ** -52

/**
 * Log loss of each lead: -ln(score) for one that engaged, -ln(1 - score) for one that did not.
 *
 * `scores` are chances from 0 to 1, `outcomes` 1 or 0, one entry per lead. Returns one loss per lead, in nats, 0 at
 * best. Scores are clipped to [2^-52, 1 - 2^-52] as scikit-learn does for float64. Empty input gives an empty array; a NaN
 * score gives NaN. Their mean is the log loss (cross-entropy).
 */
export function logLossOfLead(scores: Float64Array, outcomes: Uint8Array): Float64Array {
  return scores.map((score, lead) => {
    const chance = Math.min(Math.max(score, FLOOR), 1 - FLOOR)
    return outcomes[lead] === 1 ? -Math.log(chance) : -Math.log(1 - chance)
  })
}
