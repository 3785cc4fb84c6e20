/** How many leads took how long, in bars of equal width on a logarithmic scale. */
import type { OperationLatency } from '../../../contract/performance.ts'
import type { WeightedTimes } from './weighted-times.ts'

/** Ten bars for each tenfold. */
const PER_DECADE = 10
const SHORTEST = -5 * PER_DECADE
const LONGEST = 8 * PER_DECADE
/** Milliseconds, 0.00001 to 100,000,000: a day is 86,400,000. */
const EDGES = Float64Array.from(
  { length: LONGEST - SHORTEST + 1 },
  (_, i) => 10 ** ((i + SHORTEST) / PER_DECADE),
)

/**
 * Counts of leads by bar, from the first bar with any to the last; a bar holds its lower edge. What is shorter than the
 * first or longer than the last bar there can be is counted there. null when there are no times.
 */
export function timeHistogram({ values, weights }: WeightedTimes): OperationLatency['histogram'] {
  if (values.length === 0) return null
  const counts = new Float64Array(EDGES.length - 1)
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length)
  for (let i = 0; i < values.length; i += 1) {
    const bar = barOf(values[i] ?? 0, bits[i] ?? 0)
    counts[bar] = (counts[bar] ?? 0) + (weights?.[i] ?? 1)
  }
  const first = counts.findIndex((count) => count > 0)
  const last = counts.findLastIndex((count) => count > 0)
  return { edgesMs: [...EDGES.subarray(first, last + 2)], counts: [...counts.subarray(first, last + 1)] }
}

/** Positive float32 numbers by the upper half of their bits lie within 0.8% of each other, where bars are 26 % wide. */
const HALF_BITS = 16
const BAR_OF_HALF = Uint8Array.from({ length: 1 << (HALF_BITS - 1) }, (_, half) => {
  const lowest = new Float32Array(Uint32Array.of(half << HALF_BITS).buffer)[0] ?? 0
  const above = EDGES.findIndex((edge) => edge > lowest)
  return above === -1 ? EDGES.length - 2 : Math.min(Math.max(above - 1, 0), EDGES.length - 2)
})

/** The bar of a time, by its bits: a logarithm for each would take three times as long. */
function barOf(ms: number, bits: number): number {
  const bar = BAR_OF_HALF[bits >>> HALF_BITS] ?? 0
  return bar < EDGES.length - 2 && ms >= (EDGES[bar + 1] ?? 0) ? bar + 1 : bar
}
