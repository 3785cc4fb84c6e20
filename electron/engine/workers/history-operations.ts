/** What the history thread does: scores single leads, and is the only writer. */
import type { MessagePort } from 'node:worker_threads'
import type { Alert, MonitorSettings } from '../../contract/alerts.ts'
import type { ImportProgress, UndoSummary } from '../../contract/importing.ts'
import type { Identity, LeadFields, Preview, Saved } from '../../contract/lead.ts'
import type { HealthReport } from '../../contract/performance.ts'
import type { AppError } from '../../contract/result.ts'
import type { AlertsRecorded } from '../history/alerts.ts'
import type { AlertReason } from '../monitoring/alerts/rules/rule.ts'
import type { Operation } from './operation.ts'

/** What an import left: its batch, null where it did not come to open one, and the leads of it on disk. */
export interface ReceivedBatch {
  readonly batch: number | null
  readonly accepted: number
  /** Storing failed, and that is written down. */
  readonly failureNoted: boolean
}

export interface HistoryOperations {
  /** Takes the writer's lock, opens and migrates the database. Answered once all that is done. */
  ready: Operation<Record<string, never>, Record<string, never>>
  previewLead: Operation<{ readonly fields: LeadFields }, Preview>
  saveLead: Operation<{ readonly fields: LeadFields; readonly identity: Identity }, Saved>
  /** Takes one batch from an import through `port` (see serve-batch.ts); answered once the batch has ended. */
  receiveBatch: Operation<{ readonly port: MessagePort }, ReceivedBatch>
  /** Writes down that an import could not score, for a reason the import thread knows. */
  noteFailedImport: Operation<
    { readonly batch: number | null; readonly error: AppError },
    Record<string, never>
  >
  /** Answered once nothing is left to be ranked or made searchable, or a file is being imported. */
  catchUp: Operation<Record<string, never>, Record<string, never>>
  /** Takes the leads of an import out again, but for those somebody has worked with. */
  undoBatch: Operation<{ readonly batch: number; readonly job: string }, UndoSummary, ImportProgress>
  /** Takes up what the rules of alerts gave: raises, sees again, ends. */
  recordAlerts: Operation<{ readonly reasons: readonly AlertReason[] }, AlertsRecorded>
  acknowledgeAlert: Operation<{ readonly id: number }, Alert>
  snoozeAlert: Operation<{ readonly id: number; readonly hours: number }, Alert>
  /** null: back to the defaults. Answers what holds then. */
  keepMonitorSettings: Operation<{ readonly settings: MonitorSettings | null }, MonitorSettings>
  keepIntegrity: Operation<{ readonly integrity: HealthReport['integrity'] }, Record<string, never>>
}
