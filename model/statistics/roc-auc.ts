import { midRanks } from './mid-ranks.ts'

/**
 * Area under the receiver operating characteristic curve (ROC AUC): the chance that a lead that engaged scored higher
 * than one that did not, ties counting half.
 *
 * `scores` and `outcomes` (1 engaged, 0 not) have one entry per lead; scores in any unit, only their order counts.
 * Returns 0 to 1. NaN when either outcome is absent (also on empty input). Constant scores give 0.5. NaN scores rank
 * above all others, tied among themselves.
 * Source: Mann and Whitney (1947), by mid-ranks; Hanley and McNeil (1982) for the equality with the area.
 */
export function rocAuc(scores: Float64Array, outcomes: Uint8Array): number {
  const ranks = midRanks(scores)
  let positives = 0
  let rankSum = 0
  for (let lead = 0; lead < ranks.length; lead++) {
    if (outcomes[lead] !== 1) continue
    positives++
    rankSum += ranks[lead] ?? 0
  }
  const negatives = scores.length - positives
  if (positives === 0 || negatives === 0) return Number.NaN
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}
