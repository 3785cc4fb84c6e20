/** Fills a feature plan with what training rows say: medians for missing numbers, outcome rates of categories. */
import { type Feature, MISSING_CATEGORY } from '../bundle/feature.ts'
import type { Field, FieldValue } from '../bundle/field.ts'
import { median } from '../statistics/median.ts'
import { datePart } from './date-part.ts'
import type { MissingRule, PlannedFeature } from './feature-plan.ts'

/** Training rows: values in field order, and what happened to each (1 engaged, 0 not). */
export interface TrainingRows {
  readonly values: readonly (readonly FieldValue[])[]
  readonly outcomes: Uint8Array
}

/** Fits every planned feature on the given rows, in the plan's order. */
export function fitFeatures(
  plan: readonly PlannedFeature[],
  fields: readonly Field[],
  rows: TrainingRows,
): Feature[] {
  const indexes = new Map(fields.map(({ name }, index) => [name, index]))
  return plan.map((planned): Feature => {
    const index = indexes.get(planned.field)
    if (index === undefined) throw new Error(`no field ${planned.field}`)
    switch (planned.kind) {
      case 'number':
        return { ...planned, missing: fitMissing(planned.missing, rows, index, (value) => value) }
      case 'datePart':
        return {
          ...planned,
          missing: fitMissing(planned.missing, rows, index, (days) => datePart(days, planned.part)),
        }
      case 'targetMean':
        return fitTargetMean(planned, rows, index)
      default:
        return planned
    }
  })
}

/** Without a single value there is no median; then missing stays missing. */
function fitMissing(
  rule: MissingRule,
  rows: TrainingRows,
  index: number,
  part: (value: number) => number,
): number | null {
  if (rule === 'learn') return null
  const present = rows.values.map((values) => values[index]).filter((value) => typeof value === 'number')
  return present.length === 0 ? null : median(Float64Array.from(present, part))
}

/**
 * Outcome rate per category, pulled towards the overall rate: (engaged + smoothing * overall) / (leads + smoothing).
 * The m-estimate of Micci-Barreca (2001), "A preprocessing scheme for high-cardinality categorical attributes".
 */
function fitTargetMean(
  planned: Extract<PlannedFeature, { kind: 'targetMean' }>,
  rows: TrainingRows,
  index: number,
): Feature {
  const counts = new Map<string, { leads: number; engaged: number }>()
  let engagedInAll = 0
  rows.values.forEach((values, row) => {
    const value = values[index] ?? MISSING_CATEGORY
    const name = typeof value === 'string' ? value : String(value)
    const count = counts.get(name) ?? { leads: 0, engaged: 0 }
    const engaged = rows.outcomes[row] ?? 0
    counts.set(name, { leads: count.leads + 1, engaged: count.engaged + engaged })
    engagedInAll += engaged
  })
  const { name, field, smoothing, minimumRows } = planned
  const overall = rows.values.length === 0 ? 0.5 : engagedInAll / rows.values.length
  const means: [string, number][] = [...counts]
    .filter(([, { leads }]) => leads >= minimumRows)
    .map(([category, { leads, engaged }]) => [
      category,
      sixDigits((engaged + smoothing * overall) / (leads + smoothing)),
    ])
  // By code unit, not by locale: the manifest's bytes must not depend on the machine.
  means.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0))
  return { kind: 'targetMean', name, field, means, unseen: sixDigits(overall) }
}

/** A rate from a few thousand leads has no more than six digits to tell, and the manifest is read by people. */
function sixDigits(rate: number): number {
  return Math.round(rate * 1e6) / 1e6
}
