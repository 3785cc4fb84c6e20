/** Times as bars, as far as the limits, so that one sees how much room is left. */
import type { OperationLatency } from '../../../electron/contract/performance.ts'

type Histogram = NonNullable<OperationLatency['histogram']>

/** Bars that are added at most; further away a limit says nothing about these times. */
const MOST_ADDED = 30

/** The histogram with empty bars up to beyond the largest limit; as it is where a limit lies too far away. */
export function paddedHistogram({ edgesMs, counts }: Histogram, limits: readonly number[]): Histogram {
  const [last, before] = [edgesMs.at(-1) ?? 0, edgesMs.at(-2) ?? 0]
  const largest = Math.max(...limits, 0)
  // Bars are of equal width on a logarithmic scale.
  const ratio = last / before
  if (!(ratio > 1) || last > largest) return { edgesMs, counts }
  const added = Math.floor(Math.log(largest / last) / Math.log(ratio)) + 1
  if (added > MOST_ADDED) return { edgesMs, counts }
  const edges = Array.from({ length: added }, (_, place) => last * ratio ** (place + 1))
  return { edgesMs: [...edgesMs, ...edges], counts: [...counts, ...edges.map(() => 0)] }
}
