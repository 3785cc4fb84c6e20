/** Verdicts in words. */
import type { DriftReport, FieldVerdict, Measure } from '../../../electron/contract/drift.ts'
import { assertNever } from '../../../electron/contract/result.ts'
import type { VerdictWords } from '../tone.ts'

/** The word beside a field. */
export function fieldVerdictWords(verdict: FieldVerdict): VerdictWords {
  switch (verdict) {
    case 'drift':
      return { word: 'Different', tone: 'attention' }
    case 'no_drift':
      return { word: 'As usual', tone: 'good' }
    case 'not_judged':
      return { word: 'Too few to judge', tone: 'quiet' }
    case 'no_data':
      return { word: 'Nothing to compare', tone: 'quiet' }
    case 'text':
      return { word: 'Text: not judged', tone: 'quiet' }
    default:
      return assertNever(verdict)
  }
}

/** The word over a whole report. */
export function reportVerdictWords(verdict: DriftReport['verdict']): VerdictWords {
  switch (verdict) {
    case 'drift':
      return { word: 'Different leads', tone: 'attention' }
    case 'no_drift':
      return { word: 'As usual', tone: 'good' }
    case 'not_judged':
      return { word: 'Too few to judge', tone: 'quiet' }
    case 'no_leads':
      return { word: 'No leads', tone: 'quiet' }
    case 'no_baseline':
      return { word: 'Nothing to compare with', tone: 'quiet' }
    default:
      return assertNever(verdict)
  }
}

/** What of a field is compared, after its name; empty for the value itself. */
export function measureWords(measure: Measure): string {
  switch (measure) {
    case 'value':
      return ''
    case 'present':
      return 'filled in or not'
    case 'characters':
      return 'length'
    case 'parts':
      return 'number of entries'
    default:
      return assertNever(measure)
  }
}
