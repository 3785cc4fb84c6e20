import { distinctValues } from './distinct-values.ts'
import { histogramCounts } from './histogram-counts.ts'
import { sturgesEdges } from './sturges-edges.ts'

/** What two histograms have in common, and the distance that leaves. */
export interface HistogramHellinger {
  /** Bhattacharyya coefficient of the two densities, 0 to 1. */
  readonly overlap: number
  readonly distance: number
}

/**
 * Hellinger distance of two samples of numbers by histograms, as Evidently 0.7 takes it.
 *
 * Bin edges follow Sturges' rule on the *distinct* values of both samples (not on the rows); densities are per bin width. Samples in
 * any order and unit, without NaN. 0 to 1; equal samples may give up to 1.5e-8. Constant and equal gives 0. An empty sample
 * gives NaN.
 * Source: Evidently 0.7, `hellinger`.
 */
export function hellingerOfNumbers(reference: Float64Array, current: Float64Array): HistogramHellinger {
  if (reference.length === 0 || current.length === 0) return { overlap: Number.NaN, distance: Number.NaN }
  const values = distinctValues(reference, current)
  const edges = sturgesEdges(values[0] ?? 0, values[values.length - 1] ?? 0, values.length)
  const [referenceCounts, currentCounts] = [
    histogramCounts(reference, edges),
    histogramCounts(current, edges),
  ]
  const bins = edges.length - 1
  const meanWidth = ((edges[bins] ?? 0) - (edges[0] ?? 0)) / bins
  let overlap = 0
  for (let bin = 0; bin < bins; bin++) {
    // Widths differ in their last digits, and far from zero in more than the last.
    const width = (edges[bin + 1] ?? 0) - (edges[bin] ?? 0)
    const referenceDensity = (referenceCounts[bin] ?? 0) / width / reference.length
    const currentDensity = (currentCounts[bin] ?? 0) / width / current.length
    overlap += Math.sqrt(referenceDensity * currentDensity) * meanWidth
  }
  overlap = Math.min(Math.max(overlap, 0), 1)
  return { overlap, distance: Math.sqrt(1 - overlap) }
}
