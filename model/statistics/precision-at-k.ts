/**
 * Precision at k: the share of engaged leads among the k with the highest scores.
 *
 * `scores` and `outcomes` (1 engaged, 0 not) have one entry per lead; `k` is at least 1 and cut to the number of leads. Where a
 * tie straddles the cut, the tied leads count in equal parts, so the result does not depend on their order.
 * Returns 0 to 1; empty input gives NaN; constant scores give the overall rate. NaN scores count as lowest.
 * Source: McSherry, Najork (2008), "Computing information retrieval performance measures efficiently in the presence of tied
 * scores".
 */
export function precisionAtK(scores: Float64Array, outcomes: Uint8Array, k: number): number {
  const taken = Math.min(k, scores.length)
  if (taken < 1) return Number.NaN
  const comparable = scores.map((score) => (Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score))
  const cut = Float64Array.from(comparable).sort()[scores.length - taken] ?? 0
  let above = 0
  let engagedAbove = 0
  let tied = 0
  let engagedTied = 0
  comparable.forEach((score, lead) => {
    const engaged = outcomes[lead] ?? 0
    if (score > cut) {
      above++
      engagedAbove += engaged
    } else if (score === cut) {
      tied++
      engagedTied += engaged
    }
  })
  return (engagedAbove + ((taken - above) * engagedTied) / tied) / taken
}
