import { benjaminiHochberg } from '../../../../model/statistics/benjamini-hochberg.ts'
import type { FieldSamples } from './field-samples.ts'
import { type LookedAtField, lookAtField } from './look-at-field.ts'
import type { MeasuredSamples } from './measure-samples.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

/** What a judgement says of one field. */
export type Verdict = 'drift' | 'no_drift' | 'not_judged' | 'no_data'

/** The size-aware judgement of one field. */
export interface SizeAwareField {
  readonly name: string
  readonly verdict: Verdict
  /** null when a side has no rows with a value. */
  readonly statistic: {
    readonly name: MeasuredSamples['statistic']
    readonly value: number
    readonly floor: number
  } | null
  /** Chance of such a distance without any drift; null where it was not needed or not judged. */
  readonly p: number | null
  /** The same, corrected for the number of fields judged. */
  readonly adjustedP: number | null
  /** Rows with a value. */
  readonly referenceRows: number
  readonly windowRows: number
  /** All of the reference is one value: of numbers, say so instead of showing a distance. */
  readonly referenceConstant: boolean
}

/** The size-aware judgement of a report. */
export interface SizeAwareReport {
  /** `drift` if any field drifts; `not_judged` if no field had enough rows; `no_data` if none had any. */
  readonly verdict: Verdict
  /** In the order given. */
  readonly fields: readonly SizeAwareField[]
  /** How many fields the adjustment counts. */
  readonly judgedCount: number
}

/**
 * Judges fields by whether chance alone would put samples of these sizes so far apart.
 *
 * A field drifts when its statistic is at least 0.1 and its permutation p, adjusted for the fields judged, at most 0.05. A statistic under
 * the floor counts as p = 1 in the adjustment: that only raises ps, so the adjustment's bound on false alarms holds. The same data give
 * the same answer, in whatever order the rows come.
 */
export function judgeSizeAware(fields: readonly FieldSamples[]): SizeAwareReport {
  return judgeLookedAt(fields.map(lookAtField))
}

/** The second half of `judgeSizeAware`, for callers that do other things between two fields. */
export function judgeLookedAt(looked: readonly LookedAtField[]): SizeAwareReport {
  const adjusted = benjaminiHochberg(
    Float64Array.from(looked, ({ judged, p }) => (judged ? (p ?? 1) : Number.NaN)),
  )
  const fields = looked.map((field, at) => judgeField(field, adjusted[at] ?? 1))
  return {
    verdict: verdictOf(fields),
    fields,
    judgedCount: looked.filter(({ judged }) => judged).length,
  }
}

function judgeField({ name, measured, judged, p }: LookedAtField, adjusted: number): SizeAwareField {
  const { statistic, distance, referenceRows, windowRows, referenceConstant } = measured
  const empty = referenceRows === 0 || windowRows === 0
  // A p is a whole number of thousandths, but its product with a count of fields may be a rounding error above the limit.
  const drifts = p !== null && adjusted <= SIZE_AWARE_RULE.alpha * (1 + 1e-12)
  return {
    name,
    verdict: empty ? 'no_data' : !judged ? 'not_judged' : drifts ? 'drift' : 'no_drift',
    statistic: empty ? null : { name: statistic, value: distance, floor: SIZE_AWARE_RULE.floor },
    p,
    adjustedP: p === null ? null : adjusted,
    referenceRows,
    windowRows,
    referenceConstant,
  }
}

function verdictOf(fields: readonly SizeAwareField[]): Verdict {
  const order = ['drift', 'no_drift', 'not_judged'] as const
  return order.find((verdict) => fields.some((field) => field.verdict === verdict)) ?? 'no_data'
}
