/** The body of the monitoring thread: reports on the history, on a connection that cannot write. */
import { refuse } from '../../contract/result.ts'
import type { ReadHandle } from '../history/connection.ts'
import { openOnDemand } from '../history/open-on-demand.ts'
import type { MonitoringOperations } from '../workers/monitoring-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'

/** An open history. */
interface Reading {
  readonly db: ReadHandle
}

/** Answers until the thread is stopped. */
export function serveMonitoring({ dataDir }: ThreadStart): ThreadBody<MonitoringOperations> {
  const { close } = openOnDemand<Reading>(dataDir, (db) => ({ db }))
  return {
    handlers: {
      driftReport: () => refuse('no_drift_yet', 'Drift is not computed yet.'),
      driftTimeline: () => refuse('no_drift_yet', 'Drift is not computed yet.'),
    },
    close,
  }
}
