/** Alerts: what the app noticed by itself, kept until somebody has dealt with it. */
import { z } from 'zod'

/** What an alert can be about, the gravest first: reasons and settings are in this order. */
export const alertKindSchema = z.enum([
  'engine_down',
  'errors',
  'slow_scoring',
  'data_drift',
  'score_drift',
  'engagement_rate',
  'model_age',
  'enough_outcomes',
])
/** What an alert is about. */
export type AlertKind = z.infer<typeof alertKindSchema>
/** How much an alert matters. */
export type Severity = 'critical' | 'high' | 'medium' | 'low'

/** `active` until its rule holds no more (`over`) or somebody has acknowledged it; a snoozed one is quiet until then. */
export type AlertState = 'active' | 'snoozed' | 'acknowledged' | 'over'

/** Something the app noticed, with what to do about it. Times are ISO 8601 in UTC. */
export interface Alert {
  readonly id: number
  readonly kind: AlertKind
  readonly severity: Severity
  readonly state: AlertState
  /** What was noticed, with its numbers, in a sentence. */
  readonly message: string
  /** What to do now, in a sentence. */
  readonly nextStep: string
  readonly firstSeenAt: string
  readonly lastSeenAt: string
  readonly snoozedUntil: string | null
}

const share = z.number().min(0).max(1)
/** Every threshold that can be edited; the defaults are in the engine's `alerts/default-thresholds.ts`. */
export const thresholdsSchema = z.strictObject({
  engineDownFailures: z.int().min(1).max(1000),
  engineDownMinutes: z.int().min(1).max(1440),
  errorShare: share,
  errorMinutes: z.int().min(1).max(1440),
  slowP95Ms: z.number().min(1).max(60_000),
  slowP99Ms: z.number().min(1).max(60_000),
  slowMinutes: z.int().min(1).max(1440),
  /** Share of the fields that drifted. */
  driftedFields: share,
  /** At most the limit of the report's own verdict: an alert never says what the report denies, so more would change nothing. */
  scoreDriftP: z.number().gt(0).max(0.01),
  engagementRate: share,
  engagementLeads: z.int().min(20).max(1_000_000),
  modelAgeDays: z.int().min(1).max(36_500),
  newOutcomes: z.int().min(1).max(10_000_000),
  /** An alert that is over is not raised again for this long; a critical one is, at once. */
  cooldownHours: z.number().min(0).max(8760),
})
/** The limits of all rules. */
export type Thresholds = z.infer<typeof thresholdsSchema>

/** What can be decided about monitoring. */
export const monitorSettingsSchema = z.strictObject({
  rule: z.enum(['size-aware', 'evidently']),
  thresholds: thresholdsSchema,
  /** Alerts that are not raised. */
  muted: z.array(alertKindSchema).max(20),
})
/** What was decided about monitoring. */
export type MonitorSettings = z.infer<typeof monitorSettingsSchema>
