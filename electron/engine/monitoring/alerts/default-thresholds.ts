/** The thresholds of the alerts until somebody changes them; guides read them from here. */
import type { Thresholds } from '../../../contract/alerts.ts'

/** The limits as the app comes with them. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  engineDownFailures: 3,
  engineDownMinutes: 5,
  errorShare: 0.05,
  errorMinutes: 10,
  slowP95Ms: 50,
  slowP99Ms: 100,
  slowMinutes: 5,
  driftedFields: 0.5,
  scoreDriftP: 0.01,
  engagementRate: 0.1,
  engagementLeads: 50,
  modelAgeDays: 90,
  newOutcomes: 500,
  cooldownHours: 24,
}
