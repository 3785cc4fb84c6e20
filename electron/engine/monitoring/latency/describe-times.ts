/** Times in numbers: quantiles, mean, the longest one. */
import type { LatencyDistribution } from '../../../contract/performance.ts'
import { leadCount, timeQuantiles, type WeightedTimes } from './weighted-times.ts'

/**
 * The distribution of times, milliseconds; null when there are none. Quantiles are exact: no buckets, no sampling. (Times
 * of single scores are kept as float32, to seven digits.)
 */
export function describeTimes(times: WeightedTimes): LatencyDistribution | null {
  const n = leadCount(times)
  if (n === 0) return null
  const [p50 = 0, p95 = 0, p99 = 0, max = 0] = timeQuantiles(times, [0.5, 0.95, 0.99, 1])
  return { n, mean: sumOf(times) / n, p50, p95, p99, max }
}

function sumOf({ values, weights }: WeightedTimes): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) * (weights?.[i] ?? 1)
  return sum
}
