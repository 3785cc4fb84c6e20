/** What the monitoring thread does: long looks at the history, on a connection that cannot write and delays nobody. */
import type { Alert, MonitorSettings } from '../../contract/alerts.ts'
import type { DriftReport, DriftRequest, Timeline, TimelineRequest } from '../../contract/drift.ts'
import type { SavedFile } from '../../contract/methods.ts'
import type { HealthReport, LatencyReport, LatencyRequest } from '../../contract/performance.ts'
import type { AlertReason } from '../monitoring/alerts/rules/rule.ts'
import type { Operation } from './operation.ts'

type Nothing = Record<string, never>

/** What the monitoring thread can be asked. */
export interface MonitoringOperations {
  driftReport: Operation<DriftRequest, DriftReport>
  driftTimeline: Operation<TimelineRequest, Timeline>
  latencyReport: Operation<LatencyRequest, LatencyReport>
  healthReport: Operation<Nothing, HealthReport>
  /** What the rules of alerts say now; the history thread takes it up. */
  alertReasons: Operation<Nothing, readonly AlertReason[]>
  listAlerts: Operation<Nothing, readonly Alert[]>
  monitorSettings: Operation<Nothing, MonitorSettings>
  /** Reads every page of the database: seconds for a million leads. Keeps nothing. */
  checkIntegrity: Operation<Nothing, NonNullable<HealthReport['integrity']>>
  saveReport: Operation<
    { readonly request: DriftRequest; readonly format: 'html' | 'csv'; readonly path: string },
    SavedFile
  >
  /** The report as a page of HTML: main prints it. */
  reportPage: Operation<DriftRequest, string>
  savePrinted: Operation<{ readonly pdf: Uint8Array; readonly path: string }, SavedFile>
  saveChart: Operation<{ readonly png: Uint8Array; readonly path: string }, SavedFile>
}
