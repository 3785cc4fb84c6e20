/** What the rules of alerts know. Read once for an evaluation; the rules themselves read nothing. */

/** All that the rules are given; moments are milliseconds since 1970. */
export interface AlertFacts {
  readonly nowMs: number
  /** Of the longest time a rule looks back, oldest first. */
  readonly failures: readonly { readonly startedAt: number; readonly code: string }[]
  /** When operations of that time began, failed ones included. */
  readonly operationsAt: Float64Array
  /** Single scores of that time. */
  readonly singles: { readonly startedAt: Float64Array; readonly totalMs: Float32Array<ArrayBuffer> }
  /** Of the leads scored in the last 30 days, against the model's reference; null where nothing can be compared. */
  readonly drift: DriftFacts | null
  readonly outcomes: OutcomeFacts
  /** Days since the active model was trained. */
  readonly modelAgeDays: number
}

/** What the drift report of the last 30 days says. */
export interface DriftFacts {
  /** As sentences name the window. */
  readonly windowName: string
  /** Fields that were judged at all. */
  readonly judgedFields: number
  /** Labels of those that drifted, the most important first. */
  readonly driftedFields: readonly string[]
  /** Whether the report calls the scores drifted: an alert never says what the panel denies. */
  readonly scoreDrifted: boolean
  /** Of the scores' Kolmogorov-Smirnov test; null where they were not judged. */
  readonly scoreP: number | null
}

/** How many leads turned out how. */
export interface OutcomeFacts {
  /** Recorded in the last 90 days. */
  readonly recent: { readonly leads: number; readonly engaged: number }
  /** Recorded since the active model was trained. */
  readonly sinceTraining: number
}
