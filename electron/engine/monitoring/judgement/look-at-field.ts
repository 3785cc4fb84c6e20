import type { FieldSamples } from './field-samples.ts'
import { type MeasuredSamples, measureSamples } from './measure-samples.ts'
import { shuffleP } from './shuffle-p.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

/** A field with its statistic and its own p, before fields are judged together. */
export interface LookedAtField {
  readonly name: string
  /** Without the samples, which may be of millions of rows: all fields of a report are kept until they are judged. */
  readonly measured: Omit<MeasuredSamples, 'values' | 'reference' | 'window'>
  /** Both sides have at least 20 rows with a value. */
  readonly judged: boolean
  /** null where it is not judged, and where the statistic is under the floor: then no p could make it drift. */
  readonly p: number | null
}

/** The costly half of `judgeSizeAware`, for one field: its statistic and, where it decides, its permutation p. */
export function lookAtField(field: FieldSamples): LookedAtField {
  const measured = measureSamples(field)
  const judged = Math.min(measured.referenceRows, measured.windowRows) >= SIZE_AWARE_RULE.leastRows
  const p = judged && measured.distance >= SIZE_AWARE_RULE.floor ? shuffleP(measured) : null
  const { values: _, reference: __, window: ___, ...kept } = measured
  return { name: field.name, measured: kept, judged, p }
}
