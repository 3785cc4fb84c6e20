import { sampleCounts } from '../../../../model/statistics/sample-counts.ts'
import type { MeasuredSamples } from './measure-samples.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

/** What is shuffled of a field: its counts, over its values where it has numbers. */
type Counted = Pick<MeasuredSamples, 'values' | 'reference' | 'window'>

type Rows = Pick<MeasuredSamples, 'referenceRows' | 'windowRows'>

/**
 * Draws at most 10,000 rows of both sides together; where there are no more, all are taken.
 *
 * Three quarters come from the reference, a quarter from the window, or more of one where the other has fewer. A shuffle
 * costs the smaller side's rows, and halves would notice hardly more (2,500 effective rows, not 1,875). `random` is uniform
 * in [0, 1).
 */
export function fewerRows(measured: Counted & Rows, random: () => number): Counted {
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
