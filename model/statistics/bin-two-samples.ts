import { distinctValues } from './distinct-values.ts'
import { histogramCounts } from './histogram-counts.ts'
import { sturgesEdges } from './sturges-edges.ts'

/** Two samples counted over the same bins: intervals between edges, or one bin to a value. */
export interface BinnedSamples {
  readonly bins:
    | { readonly by: 'edges'; readonly edges: Float64Array }
    | { readonly by: 'values'; readonly values: Float64Array }
  readonly reference: Uint32Array
  readonly current: Uint32Array
}

/** From this many distinct reference values down every value is a bin of its own. */
const MOST_VALUES_AS_BINS = 20

/**
 * Counts two samples of numbers over common bins, as Evidently 0.7 does for PSI, KL and Jensen-Shannon.
 *
 * More than 20 distinct *reference* values: equal-width bins by Sturges' rule over both samples together. Otherwise one bin to each
 * distinct value of either, so that a continuous current sample against a constant reference gets a bin to every value. Not
 * symmetric, and one outlier stretches all bins. Samples in any order and unit, without NaN; -0 is 0. Both empty gives no bins.
 * Source: Evidently 0.7, the bins of `psi`, `kl_div` and `jensenshannon`; NumPy's `histogram`.
 */
export function binTwoSamples(reference: Float64Array, current: Float64Array): BinnedSamples {
  const values = distinctValues(reference, current)
  if (distinctValues(reference).length > MOST_VALUES_AS_BINS) {
    const [low, high] = [values[0] ?? 0, values[values.length - 1] ?? 0]
    const edges = sturgesEdges(low, high, reference.length + current.length)
    return {
      bins: { by: 'edges', edges },
      reference: histogramCounts(reference, edges),
      current: histogramCounts(current, edges),
    }
  }
  const binOf = new Map(Array.from(values, (value, bin) => [value, bin]))
  const count = (sample: Float64Array) => {
    const counts = new Uint32Array(values.length)
    for (const value of sample) {
      // A Map holds -0 and 0 as one key.
      const bin = binOf.get(value)
      if (bin !== undefined) counts[bin] = (counts[bin] ?? 0) + 1
    }
    return counts
  }
  return { bins: { by: 'values', values }, reference: count(reference), current: count(current) }
}
