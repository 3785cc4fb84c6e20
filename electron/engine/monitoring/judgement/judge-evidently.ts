import type { NamedTest } from '../../../contract/drift.ts'
import { defaultTest } from './default-test.ts'
import type { FieldSamples } from './field-samples.ts'
import { type JudgedByTest, judgeByNamedTest } from './judge-by-named-test.ts'

/** Share of drifted fields from which a report drifts. */
export const EVIDENTLY_DRIFT_SHARE = 0.5

/** Tests and thresholds chosen instead of the rule's: the field's own goes before its kind's, that before the one for all. */
export interface EvidentlyChoices {
  readonly tests?: Choice<NamedTest>
  readonly thresholds?: Choice<number>
}

/** A value for one field, for all of a kind, or for all. */
export interface Choice<Value> {
  readonly fields?: Readonly<Record<string, Value>>
  readonly number?: Value
  readonly category?: Value
  readonly all?: Value
}

/** Evidently's judgement of a report. */
export interface EvidentlyReport {
  readonly verdict: 'drift' | 'no_drift' | 'no_data'
  readonly fields: readonly JudgedByTest[]
  readonly drifted: number
  /** Drifted fields of all that were judged; NaN when none was. */
  readonly share: number
}

/**
 * Judges fields as Evidently 0.7 does: its tests, thresholds and comparisons, no correction for many fields, and drift of the report
 * when half of the fields drift.
 *
 * It differs where Evidently gives up: a field without data on a side is `no_data` and the others go on; a test chosen for a kind of field
 * it is not made for is `not_judged`, and Fisher's test takes samples of different sizes. A window of any size is judged, as there.
 */
export function judgeEvidently(
  fields: readonly FieldSamples[],
  choices: EvidentlyChoices = {},
): EvidentlyReport {
  const judged = fields.map((field) =>
    judgeByNamedTest(
      field,
      chosen(field, choices.tests) ?? defaultTest(field).test,
      chosen(field, choices.thresholds),
      chosen(field, choices.tests) !== undefined,
    ),
  )
  const counted = judged.filter(({ verdict }) => verdict === 'drift' || verdict === 'no_drift')
  const drifted = counted.filter(({ verdict }) => verdict === 'drift').length
  const share = drifted / counted.length
  return {
    verdict: counted.length === 0 ? 'no_data' : share >= EVIDENTLY_DRIFT_SHARE ? 'drift' : 'no_drift',
    fields: judged,
    drifted,
    share,
  }
}

function chosen<Value>({ name, kind }: FieldSamples, choice: Choice<Value> = {}): Value | undefined {
  return choice.fields?.[name] ?? choice[kind] ?? choice.all
}
