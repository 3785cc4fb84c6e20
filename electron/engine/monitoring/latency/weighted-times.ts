/** Times of leads, some of which stand for many: all leads of an import's group share its time equally. */
import { exactQuantiles } from './exact-quantiles.ts'

/** `values[i]` milliseconds each for `weights[i]` leads; null: one each. */
export interface WeightedTimes {
  readonly values: Float32Array<ArrayBuffer>
  readonly weights: Float64Array | null
}

/** How many leads these are. */
export const leadCount = ({ values, weights }: WeightedTimes): number =>
  weights === null ? values.length : weights.reduce((sum, weight) => sum + weight, 0)

/** Quantiles as if every lead's time were written down by itself; NaN where there is none. */
export function timeQuantiles({ values, weights }: WeightedTimes, shares: readonly number[]): number[] {
  if (weights === null) return exactQuantiles(values, shares)
  const order = Uint32Array.from(values, (_, index) => index).sort(
    (a, b) => (values[a] ?? 0) - (values[b] ?? 0),
  )
  const leads = leadCount({ values, weights })
  const orderStatistic = (rank: number) => {
    let before = 0
    for (const index of order) {
      before += weights[index] ?? 0
      if (rank < before) return values[index] ?? Number.NaN
    }
    return Number.NaN
  }
  return shares.map((share) => {
    const position = Math.min(Math.max(share, 0), 1) * (leads - 1)
    const rank = Math.floor(position)
    const low = orderStatistic(rank)
    return position === rank ? low : low + (position - rank) * (orderStatistic(rank + 1) - low)
  })
}
