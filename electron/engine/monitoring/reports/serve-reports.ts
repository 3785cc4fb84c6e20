/** What the monitoring thread answers about reports: it makes them and writes them. */
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import type { DriftRequest } from '../../../contract/drift.ts'
import type { HealthReport, LatencyReport, LatencyRequest } from '../../../contract/performance.ts'
import { refuse } from '../../../contract/result.ts'
import type { AtomicFile } from '../../importing/files/atomic-file.ts'
import type { MonitoringOperations } from '../../workers/monitoring-operations.ts'
import type { CallContext, Handlers } from '../../workers/operation.ts'
import type { DriftReports } from '../drift/drift-reports.ts'
import type { ReportFacts } from './report-facts.ts'
import { reportPage } from './report-page.ts'
import { reportTable } from './report-table.ts'
import { writePicture } from './write-picture.ts'
import { writePrinted, writeReport } from './write-report.ts'

type Wanted = CallContext<never>

/** What a report is put together from, and where it goes. */
export interface ReportSources {
  readonly manifest: Manifest
  readonly drift: DriftReports
  readonly latency: (request: LatencyRequest, wanted: Wanted) => Promise<LatencyReport> | LatencyReport
  readonly health: (wanted: Wanted) => Promise<HealthReport> | HealthReport
  /** Begins a file; refuses places where it would destroy something. */
  readonly openFile: (path: string) => AtomicFile
}

type ReportHandlers = Pick<
  Handlers<MonitoringOperations>,
  'saveReport' | 'reportPage' | 'savePrinted' | 'saveChart'
>

/** The handlers of the thread for files made from reports. */
export function createReportHandlers(sources: ReportSources): ReportHandlers {
  const { drift, openFile } = sources
  return {
    saveReport: async ({ request, format, path }, wanted) => {
      const text =
        format === 'csv'
          ? reportTable(await drift.report(request, wanted))
          : reportPage(await readFacts(sources, request, wanted))
      // A remembered report is there at once, wanted or not.
      if (wanted.cancelled()) refuse('cancelled', 'The report was cancelled.')
      // Only now: nothing lies beside the user's files while a report is made.
      return writeReport(text, path, openFile(path))
    },
    reportPage: async (request, wanted) => reportPage(await readFacts(sources, request, wanted)),
    savePrinted: async ({ pdf, path }) => writePrinted(pdf, path, openFile(path)),
    saveChart: async ({ png, path }) => writePicture(png, path, openFile(path)),
  }
}

async function readFacts(
  sources: ReportSources,
  request: DriftRequest,
  wanted: Wanted,
): Promise<ReportFacts> {
  const { manifest, drift, latency, health } = sources
  return {
    drift: await drift.report(request, wanted),
    latency: await latency({ window: request.window }, wanted),
    health: await health(wanted),
    fields: manifest.fields,
    provenance: manifest.provenance.sentence,
  }
}
