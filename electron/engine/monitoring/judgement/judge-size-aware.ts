import { benjaminiHochberg } from '../../../../model/statistics/benjamini-hochberg.ts'
import type { FieldSamples } from './field-samples.ts'
import { type MeasuredSamples, measureSamples } from './measure-samples.ts'
import { shuffleP } from './shuffle-p.ts'
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
 * the same answer, in whatever order the rows come. `shouldStop` is asked before each field; true ends with null.
 */
export function judgeSizeAware(fields: readonly FieldSamples[]): SizeAwareReport
export function judgeSizeAware(
  fields: readonly FieldSamples[],
  shouldStop: () => boolean,
): SizeAwareReport | null
export function judgeSizeAware(
  fields: readonly FieldSamples[],
  shouldStop: () => boolean = () => false,
): SizeAwareReport | null {
  const { floor, leastRows } = SIZE_AWARE_RULE
  const looked: {
    readonly measured: MeasuredSamples
    readonly judged: boolean
    readonly p: number | null
  }[] = []
  for (const field of fields) {
    if (shouldStop()) return null
    const measured = measureSamples(field)
    const judged = Math.min(measured.referenceRows, measured.windowRows) >= leastRows
    looked.push({ measured, judged, p: judged && measured.distance >= floor ? shuffleP(measured) : null })
  }
  const adjusted = benjaminiHochberg(
    Float64Array.from(looked, ({ judged, p }) => (judged ? (p ?? 1) : Number.NaN)),
  )
  const judgedFields = looked.map(({ measured, judged, p }, at) =>
    judgeField(fields[at]?.name ?? '', measured, judged, p, adjusted[at] ?? 1),
  )
  return {
    verdict: verdictOf(judgedFields),
    fields: judgedFields,
    judgedCount: looked.filter(({ judged }) => judged).length,
  }
}

function judgeField(
  name: string,
  { statistic, distance, referenceRows, windowRows, referenceConstant }: MeasuredSamples,
  judged: boolean,
  p: number | null,
  adjusted: number,
): SizeAwareField {
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
