/** The body of the monitoring thread: reports on the history, on a connection that cannot write. */
import type { ReadHandle } from '../history/connection.ts'
import { openOnDemand } from '../history/open-on-demand.ts'
import { openOutFile } from '../importing/files/open-out-file.ts'
import { systemClock } from '../platform/clock.ts'
import { systemFiles } from '../platform/files.ts'
import { bundledModelFolder, readManifest } from '../registry/read-bundle.ts'
import type { MonitoringOperations } from '../workers/monitoring-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'
import { createDriftReports, type DriftReports } from './drift/drift-reports.ts'
import { refusing } from './refusing.ts'
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
  const reports = createDriftReports({
    db: () => reading()?.db ?? null,
    manifest,
    reference: once(() => readReference(folder, manifest, systemFiles)),
    clock: systemClock,
  })
  const drift: DriftReports = {
    report: (request, wanted) => refusing(() => reports.report(request, wanted)),
    timeline: (request, wanted) => refusing(() => reports.timeline(request, wanted)),
  }
  const operations = createOperationsHandlers({
    dataDir,
    modelFolder: folder,
    manifest,
    db: () => reading()?.db ?? null,
    // As they fail: alerts go on without a report that is refused, not without one that SQLite could not give.
    drift: reports,
    clock: systemClock,
    files: systemFiles,
  })
  const files = createReportHandlers({
    manifest,
    drift,
    latency: operations.latencyReport,
    health: (wanted) => operations.healthReport({}, wanted),
    openFile: (path) => openOutFile({ path, dataDir, input: null }, systemFiles),
  })
  return {
    handlers: {
      ...operations,
      ...files,
      driftReport: (request, wanted) => drift.report(request, wanted),
      driftTimeline: (request, wanted) => drift.timeline(request, wanted),
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
