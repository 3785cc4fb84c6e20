/** The body of the monitoring thread: reports on the history, on a connection that cannot write. */
import type { ReadHandle } from '../history/connection.ts'
import { asRefusal } from '../history/history-writer.ts'
import { openOnDemand } from '../history/open-on-demand.ts'
import { openOutFile } from '../importing/files/open-out-file.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readManifest } from '../registry/read-bundle.ts'
import type { MonitoringOperations } from '../workers/monitoring-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { createDriftReports } from './drift/drift-reports.ts'
import { createReportHandlers } from './reports/serve-reports.ts'
import { createOperationsHandlers } from './serve-operations.ts'
import { type Reference, readReference } from './windows/read-reference.ts'

/** An open history. */
interface Reading {
  readonly db: ReadHandle
}

/** Answers until the thread is stopped. */
export function serveMonitoring({ dataDir, resourcesDir }: ThreadStart): ThreadBody<MonitoringOperations> {
  const folder = bundledModelFolder(resourcesDir)
  const { manifest } = readManifest(folder, systemFiles)
  const { reading, close } = openOnDemand<Reading>(dataDir, (db) => ({ db }))
  const drift = createDriftReports({
    db: () => reading()?.db ?? null,
    manifest,
    reference: once(() => readReference(folder, manifest, systemFiles)),
    clock: systemClock,
  })
  const operations = createOperationsHandlers({
    dataDir,
    modelFolder: folder,
    manifest,
    db: () => reading()?.db ?? null,
    drift,
    clock: systemClock,
    files: systemFiles,
  })
  const reports = createReportHandlers({
    manifest,
    drift,
    latency: operations.latencyReport,
    health: (wanted) => operations.healthReport({}, wanted),
    openFile: (path) => openOutFile({ path, dataDir, input: null }, systemFiles),
  })
  return {
    handlers: {
      ...operations,
      ...reports,
      driftReport: (request, wanted) => refusing(() => drift.report(request, wanted)),
      driftTimeline: (request, wanted) => refusing(() => drift.timeline(request, wanted)),
    },
    close,
  }
}

/** Parsed when it is first asked for, and kept: it never changes while the model is in use. */
function once(read: () => Reference | null): () => Reference | null {
  let known: { readonly reference: Reference | null } | null = null
  return () => {
    known ??= { reference: read() }
    return known.reference
  }
}

/** Failures of SQLite become refusals. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asRefusal(error)
  }
}
