/** How values are spread, in shares that a chart can show: bins of numbers, the most frequent levels of categories. */
import { histogramCounts } from '../../../../model/statistics/histogram-counts.ts'
import { quantile } from '../../../../model/statistics/quantile.ts'
import type { Distribution } from '../../../contract/drift.ts'
import type { CategorySamples, NumberSamples } from '../judgement/field-samples.ts'

type NumberDistribution = Extract<Distribution, { kind: 'number' }>
type CategoryDistribution = Extract<Distribution, { kind: 'category' }>

const BINS = 20
const LEVELS_SHOWN = 12
const PERCENT = Array.from({ length: 101 }, (_, i) => i / 100)
/** Steps that people count in. */
const NICE_STEPS = [1, 2, 2.5, 5, 10]

/**
 * Shares of two samples, both ascending, over bins laid out by the baseline alone; the outer bins reach as far as
 * either sample does. null when either is empty.
 */
export function numberDistribution(samples: NumberSamples, edges?: readonly number[]): Distribution | null {
  const { reference, window } = samples
  if (reference.length === 0 || window.length === 0) return null
  const bins = Float64Array.from(edges ?? stretch(binEdges(reference), reference, window))
  const shares = (sample: Float64Array) =>
    Array.from(histogramCounts(sample, bins), (count) => count / sample.length)
  const quantiles = (sample: Float64Array) => PERCENT.map((share) => quantile(sample, share))
  return {
    kind: 'number',
    edges: [...bins],
    baseline: shares(reference),
    window: shares(window),
    baselineQuantiles: quantiles(reference),
    windowQuantiles: quantiles(window),
  } satisfies NumberDistribution
}

/** About twenty steps of a round width over the middle 98% of a sample. */
function binEdges(sorted: Float64Array): number[] {
  const low = quantile(sorted, 0.01)
  const high = quantile(sorted, 0.99)
  if (!(high > low)) return [low - 0.5, low + 0.5]
  const raw = (high - low) / BINS
  const magnitude = 10 ** Math.floor(Math.log10(raw))
  const whole = sorted.every(Number.isInteger)
  const nice = magnitude * (NICE_STEPS.find((step) => step * magnitude >= raw * (1 - 1e-9)) ?? 10)
  const step = whole ? Math.max(1, Math.ceil(nice)) : nice
  // Whole numbers lie in the middle of bins as wide as one.
  const shift = whole && step === 1 ? 0.5 : 0
  const first = Math.floor(low / step)
  const last = Math.max(first + 1, Math.ceil((high + (whole ? 1 : 0)) / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, i) =>
    Number(((first + i) * step - shift).toPrecision(12)),
  )
}

/** The outer edges moved out to the extremes of both samples. */
function stretch(edges: readonly number[], ...samples: readonly Float64Array[]): number[] {
  const least = Math.min(...samples.map((sorted) => sorted[0] ?? Number.POSITIVE_INFINITY))
  const most = Math.max(...samples.map((sorted) => sorted.at(-1) ?? Number.NEGATIVE_INFINITY))
  const stretched = [...edges]
  stretched[0] = Math.min(edges[0] ?? least, least)
  stretched[edges.length - 1] = Math.max(edges.at(-1) ?? most, most)
  return stretched
}

/** Shares of the most frequent levels of both samples together; `label` is what a person reads. */
export function categoryDistribution(
  { levels, reference, window }: CategorySamples,
  label: (level: string) => string,
): Distribution | null {
  const [before, now] = [total(reference), total(window)]
  if (before === 0 || now === 0) return null
  const all = levels.map((value, place) => ({
    value,
    label: label(value),
    baseline: (reference[place] ?? 0) / before,
    window: (window[place] ?? 0) / now,
    unseen: reference[place] === 0,
  }))
  all.sort((a, b) => b.baseline + b.window - (a.baseline + a.window))
  const rest = all.slice(LEVELS_SHOWN)
  const sum = (side: 'baseline' | 'window') => rest.reduce((total, level) => total + level[side], 0)
  return {
    kind: 'category',
    levels: all.slice(0, LEVELS_SHOWN),
    other:
      rest.length === 0 ? null : { levels: rest.length, baseline: sum('baseline'), window: sum('window') },
  } satisfies CategoryDistribution
}

function total(counts: Uint32Array): number {
  return counts.reduce((sum, count) => sum + count, 0)
}
