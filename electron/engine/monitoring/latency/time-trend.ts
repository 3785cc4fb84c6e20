/** How times went over the days: quantiles of each day, or of each hour. */
import type { OperationLatency } from '../../../contract/performance.ts'
import { dayOf, dayStart } from '../windows/window-range.ts'
import { timeQuantiles, type WeightedTimes } from './weighted-times.ts'

const HOUR_MS = 3_600_000
const SHORT_SPAN_MS = 3 * 24 * HOUR_MS

/**
 * By calendar day in the computer's own time, or by hour when all lies within three days; days without any are left out.
 * `startedAt[i]` is when `values[i]` began, milliseconds since 1970.
 */
export function timeTrend(
  startedAt: ArrayLike<number>,
  { values, weights }: WeightedTimes,
): OperationLatency['trend'] {
  const starts = stepStarts(startedAt)
  // Sorted by step, in one go through the times.
  const steps = new Uint32Array(values.length)
  let step = 0
  for (let i = 0; i < steps.length; i += 1) {
    const at = startedAt[i] ?? 0
    // Times come mostly in order: the step of the one before is nearly always right.
    if (at < (starts[step] ?? 0) || at >= (starts[step + 1] ?? Number.POSITIVE_INFINITY))
      step = stepOf(starts, at)
    steps[i] = step
  }
  const counts = new Uint32Array(starts.length + 1)
  for (const one of steps) counts[one + 1] = (counts[one + 1] ?? 0) + 1
  for (let i = 1; i < counts.length; i += 1) counts[i] = (counts[i] ?? 0) + (counts[i - 1] ?? 0)
  const next = counts.slice()
  const sorted = new Float32Array(values.length)
  const sortedWeights = weights && new Float64Array(values.length)
  for (let i = 0; i < steps.length; i += 1) {
    const place = next[steps[i] ?? 0] ?? 0
    next[steps[i] ?? 0] = place + 1
    sorted[place] = values[i] ?? 0
    if (sortedWeights) sortedWeights[place] = weights[i] ?? 0
  }
  return starts.flatMap((start, i) => {
    const [from = 0, to = 0] = [counts[i], counts[i + 1]]
    if (to === from) return []
    const part = { values: sorted.subarray(from, to), weights: sortedWeights?.subarray(from, to) ?? null }
    const [p50 = 0, p95 = 0] = timeQuantiles(part, [0.5, 0.95])
    const n = part.weights?.reduce((sum, weight) => sum + weight, 0) ?? to - from
    return [{ at: new Date(start).toISOString(), n, p50, p95 }]
  })
}

/** First moments of the days or hours from the first time to the last. */
function stepStarts(startedAt: ArrayLike<number>): number[] {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let i = 0; i < startedAt.length; i += 1) {
    const at = startedAt[i] ?? 0
    if (at < first) first = at
    if (at > last) last = at
  }
  if (first > last) return []
  const byHour = last - first < SHORT_SPAN_MS
  const firstHour = new Date(first).setMinutes(0, 0, 0)
  const day = dayOf(first)
  const startOf = (step: number) => (byHour ? firstHour + step * HOUR_MS : dayStart(day, step))
  const starts: number[] = []
  for (let start = startOf(0); start <= last; start = startOf(starts.length)) starts.push(start)
  return starts
}

/** The last step that begins at or before a moment. */
function stepOf(starts: readonly number[], at: number): number {
  let [low, high] = [0, starts.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle
    else high = middle - 1
  }
  return low
}
