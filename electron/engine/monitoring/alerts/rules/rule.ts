/** What a rule is: facts and thresholds in, a reason for an alert out. */
import type { AlertKind, Severity, Thresholds } from '../../../../contract/alerts.ts'
import type { AlertFacts } from '../alert-facts.ts'

/** Why an alert is to be raised, in sentences. */
export interface AlertReason {
  readonly kind: AlertKind
  readonly severity: Severity
  /** What was noticed, with its numbers. */
  readonly message: string
  /** What to do now. */
  readonly nextStep: string
}

/** A function of its arguments alone; null: nothing to say. */
export type AlertRule = (facts: AlertFacts, thresholds: Thresholds) => AlertReason | null
