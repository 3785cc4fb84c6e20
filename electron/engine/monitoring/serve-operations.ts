/** What the monitoring thread answers about operations: latency, health, alerts. */
import { setImmediate as nextRound } from 'node:timers/promises'
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { DriftReport, DriftRule } from '../../contract/drift.ts'
import type { LatencyReport } from '../../contract/performance.ts'
import { Refusal, refuse } from '../../contract/result.ts'
import { listAlerts } from '../history/alerts.ts'
import { checkIntegrity } from '../history/check-integrity.ts'
import type { ReadHandle } from '../history/connection.ts'
import { historyBytes } from '../history/open-reader.ts'
import type { Clock } from '../platform/clock.ts'
import type { Files } from '../platform/files.ts'
import { readLatencyBaseline } from '../registry/read-latency-baseline.ts'
import type { MonitoringOperations } from '../workers/monitoring-operations.ts'
import type { Handlers } from '../workers/operation.ts'
import { applyRules } from './alerts/apply-rules.ts'
import { alertDriftRequest, readAlertFacts } from './alerts/read-alert-facts.ts'
import type { DriftReports, Wanted } from './drift/drift-reports.ts'
import { reportHealth } from './health/health-report.ts'
import { describeIntegrity } from './health/integrity.ts'
import { historyVersion } from './history-version.ts'
import { reportLatency } from './latency/latency-report.ts'
import { readMonitorSettings } from './monitor-settings.ts'
import { refusing } from './refusing.ts'
import { rememberAnswers } from './remember-answers.ts'

/** What the answers are made of. */
export interface OperationsParts {
  readonly dataDir: string
  /** Of the active model. */
  readonly modelFolder: string
  readonly manifest: Manifest
  /** null while there is no history. */
  readonly db: () => ReadHandle | null
  readonly drift: DriftReports
  readonly clock: Clock
  readonly files: Files
}

type OperationsHandlers = Pick<
  Handlers<MonitoringOperations>,
  'latencyReport' | 'healthReport' | 'alertReasons' | 'listAlerts' | 'monitorSettings' | 'checkIntegrity'
>

/** Latency reports kept: those of the windows somebody goes to and fro between. */
const REMEMBERED = 6

/** The handlers of the thread for these questions. */
export function createOperationsHandlers(parts: OperationsParts): OperationsHandlers {
  const { dataDir, modelFolder, manifest, db, drift, clock, files } = parts
  const baseline = readLatencyBaseline(modelFolder, files)
  const remembered = rememberAnswers<LatencyReport>(REMEMBERED)
  const settings = () => readMonitorSettings(db())
  const now = () => ({ thresholds: settings().thresholds, nowMs: clock.nowMs() })
  return {
    latencyReport: (request, { cancelled }) =>
      refusing(() =>
        remembered(JSON.stringify(request), historyVersion(db(), clock.nowMs()), async () => {
          // Made in one go: what can be saved is the work for one that waited for its turn and is not wanted any more.
          if (cancelled()) refuse('cancelled', 'The report was cancelled.')
          return reportLatency(db(), request, { baseline, ...now() })
        }),
      ),
    healthReport: () =>
      refusing(async () => {
        const { thresholds } = settings()
        const sizes = {
          databaseBytes: historyBytes(dataDir, files),
          diskFreeBytes: freeBytes(files, dataDir),
        }
        return reportHealth(db(), { manifest, thresholds, clock, ...sizes })
      }),
    alertReasons: (_, wanted) =>
      refusing(async () => {
        const { rule, thresholds, muted } = settings()
        const report = await reportOrNull(drift, rule, wanted)
        const facts = readAlertFacts(db(), { ...now(), manifest, drift: report })
        return applyRules(facts, { thresholds, muted })
      }),
    listAlerts: () =>
      refusing(async () => {
        const history = db()
        return history ? listAlerts(history, clock.nowMs()) : []
      }),
    monitorSettings: () => refusing(async () => settings()),
    checkIntegrity: (_, { cancelled }) =>
      refusing(async () => {
        const history = db() ?? refuse('no_history', 'There is no history to check yet.')
        const found = await checkIntegrity(history, nextRound, cancelled)
        if (found === null) refuse('cancelled', 'The check was cancelled.')
        return describeIntegrity(found, clock.nowMs())
      }),
  }
}

/** null where the leads cannot be compared, as when the reference is damaged: the other rules are asked all the same. */
async function reportOrNull(
  drift: DriftReports,
  rule: DriftRule,
  wanted: Wanted,
): Promise<DriftReport | null> {
  try {
    return await drift.report(alertDriftRequest(rule), wanted)
  } catch (error) {
    if (wanted.cancelled() || !(error instanceof Refusal)) throw error
    return null
  }
}

/** null where there is no such folder yet, or the system does not say. */
function freeBytes(files: Files, dataDir: string): number | null {
  try {
    return files.freeBytes(dataDir)
  } catch {
    return null
  }
}
