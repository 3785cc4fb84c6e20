import { logLossOfLead } from './log-loss-of-lead.ts'

/**
 * Log loss (cross-entropy): the mean over leads of -ln of the chance that the score gave to what happened.
 *
 * `scores` are chances from 0 to 1, `outcomes` 1 or 0, one entry per lead; in nats, 0 at best, ln 2 = 0.693 for a score of
 * 0.5 throughout. Empty input gives NaN, a NaN score gives NaN. Clipping as in `logLossOfLead`.
 * Source: Good (1952), "Rational decisions".
 */
export function logLoss(scores: Float64Array, outcomes: Uint8Array): number {
  const losses = logLossOfLead(scores, outcomes)
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length
}
