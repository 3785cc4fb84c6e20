import { jensenShannonPermutationP } from '../../../../model/statistics/jensen-shannon-permutation-p.ts'
import type { Shuffling } from '../../../../model/statistics/permutation-p.ts'
import { sampleCounts } from '../../../../model/statistics/sample-counts.ts'
import { seededRandom } from '../../../../model/statistics/seeded-random.ts'
import { wassersteinPermutationP } from '../../../../model/statistics/wasserstein-permutation-p.ts'
import type { MeasuredSamples } from './measure-samples.ts'
import { seedOfSamples } from './seed-of-samples.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

/**
 * How likely chance alone puts two samples of their sizes so far apart, by shuffling which row is of which sample.
 *
 * Seeded from the data, so that the same rows, in any order, give the same p. Shuffling stops once p cannot be 0.05 any more. Above
 * 10,000 rows a random sample of both sides takes their place in this, with its own distance.
 */
export function shuffleP(measured: MeasuredSamples): number {
  const { alpha, shuffles } = SIZE_AWARE_RULE
  const { values, reference, window } = measured
  const random = seededRandom(seedOfSamples(...(values ? [values] : []), reference, window))
  const shuffling: Shuffling = { shuffles, enough: Math.floor(alpha * (shuffles + 1)), random }
  const few = fewerRows(measured, random)
  return few.values
    ? wassersteinPermutationP(few.values, few.reference, few.window, shuffling)
    : jensenShannonPermutationP(few.reference, few.window, shuffling)
}

type Counted = Pick<MeasuredSamples, 'values' | 'reference' | 'window'>

/**
 * At most 10,000 rows of both sides together: three quarters from the reference, a quarter from the window, or more of one where the
 * other has fewer. A shuffle costs the smaller side's rows, and halves would notice hardly more (2,500 effective rows, not 1,875).
 */
function fewerRows(measured: MeasuredSamples, random: () => number): Counted {
  const { values, reference, window, referenceRows, windowRows } = measured
  const most = SIZE_AWARE_RULE.mostShuffledRows
  if (referenceRows + windowRows <= most) return measured
  const few = {
    reference: sampleCounts(reference, Math.max(0.75 * most, most - windowRows), random),
    window: sampleCounts(window, Math.max(0.25 * most, most - referenceRows), random),
  }
  // Values that no row of the sample has would only be walked over.
  const kept = Uint32Array.from(reference, (_, at) => at).filter(
    (at) => (few.reference[at] ?? 0) + (few.window[at] ?? 0) > 0,
  )
  return {
    values: values && Float64Array.from(kept, (at) => values[at] ?? Number.NaN),
    reference: Uint32Array.from(kept, (at) => few.reference[at] ?? 0),
    window: Uint32Array.from(kept, (at) => few.window[at] ?? 0),
  }
}
