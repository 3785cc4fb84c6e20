import { jensenShannon } from '../../../../model/statistics/jensen-shannon.ts'
import { normedWasserstein } from '../../../../model/statistics/normed-wasserstein.ts'
import { poolSamples } from '../../../../model/statistics/pool-samples.ts'
import { referenceScale } from '../../../../model/statistics/reference-scale.ts'
import { totalCount } from '../../../../model/statistics/total-count.ts'
import type { FieldSamples } from './field-samples.ts'

/** A field's two samples counted over the same values, and how far apart they are. */
export interface MeasuredSamples {
  readonly statistic: 'normed Wasserstein distance' | 'Jensen-Shannon distance'
  /** NaN when a sample is empty. */
  readonly distance: number
  /** Distinct numbers, ascending; null for categories. */
  readonly values: Float64Array | null
  readonly reference: Uint32Array
  readonly window: Uint32Array
  readonly referenceRows: number
  readonly windowRows: number
  /** All of the reference has one value, so that for numbers the distance has nothing to be measured by. */
  readonly referenceConstant: boolean
}

/** Counts a field's samples and takes the statistic of the size-aware rule over all rows. */
export function measureSamples(field: FieldSamples): MeasuredSamples {
  if (field.kind === 'category') {
    const { reference, window } = field
    return {
      statistic: 'Jensen-Shannon distance',
      distance: jensenShannon(reference, window),
      values: null,
      reference,
      window,
      referenceRows: totalCount(reference),
      windowRows: totalCount(window),
      referenceConstant: reference.filter((count) => count > 0).length === 1,
    }
  }
  const pool = poolSamples(ascending(field.reference), ascending(field.window))
  const reference = countsOf(pool.referenceUpTo)
  return {
    statistic: 'normed Wasserstein distance',
    distance: normedWasserstein(pool, referenceScale(field.reference)),
    values: pool.values,
    reference,
    window: countsOf(pool.currentUpTo),
    referenceRows: pool.referenceCount,
    windowRows: pool.currentCount,
    referenceConstant: reference.filter((count) => count > 0).length === 1,
  }
}

/** Reports hand their numbers over sorted already: looking whether they are is a tenth of the cost of sorting again. */
function ascending(values: Float64Array): Float64Array {
  for (let at = 1; at < values.length; at++) {
    if ((values[at - 1] ?? 0) > (values[at] ?? 0)) return values.toSorted()
  }
  return values
}

/** Rows of each value, from how many are at most that value. */
function countsOf(upTo: Uint32Array): Uint32Array {
  return upTo.map((rows, step) => rows - (step === 0 ? 0 : (upTo[step - 1] ?? 0)))
}
