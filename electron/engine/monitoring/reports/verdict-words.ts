/** Verdicts in words, as on screen. */
import type { DriftReport, FieldDrift, FieldVerdict, Measure } from '../../../contract/drift.ts'

/** How a word is meant; it decides its colour and its sign, for colour alone says nothing in print. */
export type Tone = 'good' | 'attention' | 'quiet'

/** A verdict as it is shown. */
export interface VerdictWords {
  readonly word: string
  readonly tone: Tone
}

/** The word beside a field. */
export const FIELD_VERDICTS: Readonly<Record<FieldVerdict, VerdictWords>> = {
  drift: { word: 'Different', tone: 'attention' },
  no_drift: { word: 'As usual', tone: 'good' },
  not_judged: { word: 'Too few to judge', tone: 'quiet' },
  no_data: { word: 'Nothing to compare', tone: 'quiet' },
  text: { word: 'Text: not judged', tone: 'quiet' },
}

/** The word over the report. */
export const REPORT_VERDICTS: Readonly<Record<DriftReport['verdict'], VerdictWords>> = {
  drift: { word: 'Different leads', tone: 'attention' },
  no_drift: { word: 'As usual', tone: 'good' },
  not_judged: { word: 'Too few to judge', tone: 'quiet' },
  no_leads: { word: 'No leads', tone: 'quiet' },
  no_baseline: { word: 'Nothing to compare with', tone: 'quiet' },
}

const MEASURES: Readonly<Record<Measure, string>> = {
  value: '',
  present: ', filled in or not',
  characters: ', length',
  parts: ', number of entries',
}

/** A field with what of it is compared. */
export function fieldTitle({ label, measure }: Pick<FieldDrift, 'label' | 'measure'>): string {
  return label + MEASURES[measure]
}
