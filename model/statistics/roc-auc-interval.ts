import { meanAndSquares } from './mean-and-squares.ts'
import { midRanks } from './mid-ranks.ts'
import { NORMAL_975 } from './normal-quantile-975.ts'

/**
 * 95 % interval of the ROC AUC after DeLong: AUC plus and minus 1.96 standard errors, cut to 0..1.
 *
 * `scores` and `outcomes` (1 engaged, 0 not) have one entry per lead. The variance is that of each lead's own share of
 * the AUC (its placement value): sampleVariance(engaged)/m + sampleVariance(others)/n, divisors m-1 and n-1.
 * `[0, 1]`, which says nothing, when an outcome has fewer than two leads. Constant scores give a width of 0 around 0.5, and so does a
 * perfect separation around 1: the method knows only the leads it sees. Ties count half.
 * Source: DeLong, DeLong, Clarke-Pearson (1988); by mid-ranks after Sun and Xu (2014).
 */
export function rocAucInterval(scores: Float64Array, outcomes: Uint8Array): readonly [number, number] {
  const engaged = scores.filter((_, lead) => outcomes[lead] === 1)
  const others = scores.filter((_, lead) => outcomes[lead] !== 1)
  const [m, n] = [engaged.length, others.length]
  if (m < 2 || n < 2) return [0, 1]
  const pooled = midRanks(Float64Array.from([...engaged, ...others]))
  const placement = (own: Float64Array, shift: number, opposite: number) =>
    midRanks(own).map((rank, index) => ((pooled[shift + index] ?? 0) - rank) / opposite)
  const engagedPlacement = placement(engaged, 0, n)
  const othersPlacement = placement(others, m, m).map((share) => 1 - share)
  const [ofEngaged, ofOthers] = [meanAndSquares(engagedPlacement), meanAndSquares(othersPlacement)]
  const auc = ofEngaged.mean
  const variance = ofEngaged.squares / (m - 1) / m + ofOthers.squares / (n - 1) / n
  const reach = NORMAL_975 * Math.sqrt(variance)
  return [Math.max(0, auc - reach), Math.min(1, auc + reach)]
}
