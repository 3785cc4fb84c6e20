/** The engine's facade: one method per thing a user can do. Failures are thrown `Refusal`s. */
import type { MessagePort } from 'node:worker_threads'
import type { Manifest } from '../../model/bundle/manifest.ts'
import type { Alert, MonitorSettings } from '../contract/alerts.ts'
import type { ModelInfo } from '../contract/app-info.ts'
import type { DriftReport, DriftRequest, Timeline, TimelineRequest } from '../contract/drift.ts'
import type {
  Batch,
  ExportSummary,
  Health,
  HistoryOverview,
  LeadDetail,
  LeadFilter,
  LeadOrder,
  LeadPage,
  LeadQuery,
} from '../contract/history.ts'
import type {
  BatchDetail,
  CheckReport,
  FileInspection,
  FileRow,
  ImportSettings,
  ImportSummary,
  UndoSummary,
} from '../contract/importing.ts'
import type { Identity, LeadFields, Preview, Saved } from '../contract/lead.ts'
import type { SavedFile } from '../contract/methods.ts'
import type { HealthReport, LatencyReport, LatencyRequest } from '../contract/performance.ts'
import { refuse } from '../contract/result.ts'
import type { CheckOptions, EngineOptions, ImportOptions, JobOptions, Stoppable } from './engine-options.ts'
import type { AlertsRecorded } from './history/alerts.ts'
import { importIntoHistory } from './import-into-history.ts'
import { systemFiles } from './platform/files.ts'
import { listModels } from './registry/list-models.ts'
import { bundledModelFolder, readManifest } from './registry/read-bundle.ts'
import type { AnalysisOperations, Check } from './workers/analysis-operations.ts'
import type { HistoryOperations } from './workers/history-operations.ts'
import type { ImportOperations } from './workers/import-operations.ts'
import type { MonitoringOperations } from './workers/monitoring-operations.ts'
import type { ThreadStart } from './workers/operation.ts'
import { createThreadClient, type ThreadClient } from './workers/thread-client.ts'

export type { Check } from './workers/analysis-operations.ts'

/** Opens the history and the model. With `write` access it refuses while another process has the data folder open. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { manifest } = readManifest(bundledModelFolder(options.resourcesDir), systemFiles)
  const engine = new Engine(options, manifest)
  try {
    await engine.ready()
  } catch (error) {
    await engine.close()
    throw error
  }
  return engine
}

/** Everything a user can do with leads. Threads start on first use. */
export class Engine {
  /** The active model's manifest. */
  readonly manifest: Manifest
  readonly #access: EngineOptions['access']
  readonly #history: ThreadClient<HistoryOperations>
  readonly #import: ThreadClient<ImportOperations>
  readonly #analysis: ThreadClient<AnalysisOperations>
  readonly #monitoring: ThreadClient<MonitoringOperations>

  constructor(options: EngineOptions, manifest: Manifest) {
    const { dataDir, resourcesDir, access, threads } = options
    const start: ThreadStart = { dataDir, resourcesDir, access, workbookThread: threads.workbook.href }
    this.manifest = manifest
    this.#access = access
    this.#history = createThreadClient('history', threads.history, start)
    this.#import = createThreadClient('import', threads.import, start)
    this.#analysis = createThreadClient('analysis', threads.analysis, start)
    this.#monitoring = createThreadClient('monitoring', threads.monitoring, start)
  }

  /** Waits until the history is open. Reading waits for nothing: each question opens what it needs. */
  async ready(): Promise<void> {
    if (this.#access === 'read') return
    // The first list is asked for right away; its thread loads while the history opens.
    this.#analysis.start()
    await this.#history.call('ready', {})
  }

  /** Scores a lead without storing anything. */
  previewLead(fields: LeadFields): Promise<Preview> {
    return this.#history.call('previewLead', { fields })
  }

  /** Scores a lead and stores the prediction; answered after its commit. */
  saveLead(fields: LeadFields, identity: Identity): Promise<Saved> {
    return this.#history.call('saveLead', { fields, identity })
  }

  overview(): Promise<HistoryOverview> {
    return this.#analysis.call('overview', {})
  }

  listLeads(query: LeadQuery): Promise<LeadPage> {
    return this.#analysis.call('listLeads', query)
  }

  getLead(id: number): Promise<LeadDetail> {
    return this.#analysis.call('getLead', { id })
  }

  /** Writes the leads of a filter to a CSV file. */
  exportLeads(
    filter: LeadFilter & { readonly order: LeadOrder },
    path: string,
    options: Stoppable = {},
  ): Promise<ExportSummary> {
    return this.#analysis.call('exportLeads', { filter, path }, options)
  }

  /** Finds out what a file holds and how it would be read with these settings. Reads only its first part. */
  inspectFile(path: string, settings: ImportSettings): Promise<FileInspection> {
    return this.#import.call('inspect', { path, settings })
  }

  /** Rows of a file as they stand, by their numbers. */
  fileRows(path: string, settings: ImportSettings, rows: readonly number[]): Promise<readonly FileRow[]> {
    return this.#import.call('fileRows', { path, settings, rows })
  }

  /** Reads every row of a file and stores none. Cancelling yields the report so far. */
  checkFile(
    path: string,
    settings: ImportSettings,
    { job, signal, onProgress, cells = false }: CheckOptions,
  ): Promise<CheckReport> {
    return this.#import.call('check', { path, settings, job, cells }, { signal, onProgress })
  }

  /** Imports a file as one batch; a question left open is refused. Cancelling yields the summary so far. */
  importFile(path: string, settings: ImportSettings, options: ImportOptions): Promise<ImportSummary> {
    const { signal, onProgress, job, outFile = null } = options
    return this.#intoHistory((port) =>
      this.#import.call(
        'run',
        { path, settings, job, outFile, port },
        { signal, onProgress, transfer: [port] },
      ),
    )
  }

  /** Goes on with an import that stopped half-way; `path` where its file has moved, else null. */
  resumeImport(batch: number, path: string | null, options: ImportOptions): Promise<ImportSummary> {
    const { signal, onProgress, job, outFile = null } = options
    return this.#intoHistory((port) =>
      this.#import.call(
        'resume',
        { batch, path, job, outFile, port },
        { signal, onProgress, transfer: [port] },
      ),
    )
  }

  /** Takes the leads of an import out again, but for those somebody has worked with. */
  undoBatch(batch: number, { job, signal, onProgress }: JobOptions): Promise<UndoSummary> {
    return this.#history.call('undoBatch', { batch, job }, { signal, onProgress })
  }

  /** Every import, the newest first. */
  batches(): Promise<readonly Batch[]> {
    return this.#analysis.call('listBatches', {})
  }

  /** One import with its findings and rejected rows. */
  batch(batch: number): Promise<BatchDetail> {
    return this.#analysis.call('getBatch', { batch })
  }

  /** Writes the rejected rows of an import to a file: its columns and one for the reason. */
  exportRejects(batch: number, path: string): Promise<ExportSummary> {
    return this.#analysis.call('exportRejects', { batch, path })
  }

  /** Waits until every lead is ranked and searchable, or a file is being imported. It is done in any case, meanwhile or later. */
  async catchUp(): Promise<void> {
    await this.#history.call('catchUp', {})
  }

  async models(): Promise<readonly ModelInfo[]> {
    return listModels(this.manifest)
  }

  health(): Promise<Health> {
    return this.#analysis.call('health', {})
  }

  /** Compares the leads and scores of a window with those of a baseline. */
  driftReport(request: DriftRequest, options: Stoppable = {}): Promise<DriftReport> {
    return this.#monitoring.call('driftReport', request, options)
  }

  /** Drift against the reference, week by week or month by month. */
  driftTimeline(request: TimelineRequest, options: Stoppable = {}): Promise<Timeline> {
    return this.#monitoring.call('driftTimeline', request, options)
  }

  /** Writes a drift report, with speed and health, to a file: as a page, or its numbers as a table. */
  saveReport(
    request: DriftRequest,
    format: 'html' | 'csv',
    path: string,
    options: Stoppable = {},
  ): Promise<SavedFile> {
    return this.#monitoring.call('saveReport', { request, format, path }, options)
  }

  /** The same report as a page of HTML, for printing. */
  reportPage(request: DriftRequest): Promise<string> {
    return this.#monitoring.call('reportPage', request)
  }

  /** Writes a page that was printed to a PDF. */
  savePrinted(pdf: Uint8Array, path: string): Promise<SavedFile> {
    return this.#monitoring.call('savePrinted', { pdf, path })
  }

  /** Writes the picture of a chart to a file. */
  saveChart(png: Uint8Array, path: string): Promise<SavedFile> {
    return this.#monitoring.call('saveChart', { png, path })
  }

  /** How long scoring took in a window. */
  latencyReport(request: LatencyRequest, options: Stoppable = {}): Promise<LatencyReport> {
    return this.#monitoring.call('latencyReport', request, options)
  }

  /** What succeeded and failed, how much there is, whether the data is sound. */
  healthReport(): Promise<HealthReport> {
    return this.#monitoring.call('healthReport', {})
  }

  /** Reads every page of the database, and keeps the result with the history when it may write. */
  async checkIntegrity(options: Stoppable = {}): Promise<NonNullable<HealthReport['integrity']>> {
    const integrity = await this.#monitoring.call('checkIntegrity', {}, options)
    if (this.#access === 'write') await this.#history.call('keepIntegrity', { integrity })
    return integrity
  }

  /** Asks the rules of alerts and takes up what they say. */
  async evaluateAlerts(options: Stoppable = {}): Promise<AlertsRecorded> {
    const reasons = await this.#monitoring.call('alertReasons', {}, options)
    return this.#history.call('recordAlerts', { reasons })
  }

  /** Alerts that are there, the gravest first, then those that are over. */
  alerts(): Promise<readonly Alert[]> {
    return this.#monitoring.call('listAlerts', {})
  }

  /** Keeps an alert quiet until it is over. */
  acknowledgeAlert(id: number): Promise<Alert> {
    return this.#history.call('acknowledgeAlert', { id })
  }

  /** Keeps an alert quiet for some hours. */
  snoozeAlert(id: number, hours: number): Promise<Alert> {
    return this.#history.call('snoozeAlert', { id, hours })
  }

  monitorSettings(): Promise<MonitorSettings> {
    return this.#monitoring.call('monitorSettings', {})
  }

  /** Keeps settings; they hold from the next report and the next evaluation on. */
  saveMonitorSettings(settings: MonitorSettings): Promise<MonitorSettings> {
    return this.#history.call('keepMonitorSettings', { settings })
  }

  /** Goes back to the defaults. */
  restoreMonitorSettings(): Promise<MonitorSettings> {
    return this.#history.call('keepMonitorSettings', { settings: null })
  }

  /** Checks folder, database, model and runtime; one line each, never throws for what it finds. */
  doctor(): Promise<readonly Check[]> {
    return this.#analysis.call('examine', {})
  }

  /** Runs an import with a way of its own to the history thread. */
  async #intoHistory(run: (port: MessagePort) => Promise<ImportSummary>): Promise<ImportSummary> {
    if (this.#access === 'read') refuse('read_only', 'The history was opened for reading only.')
    return importIntoHistory(this.#history, run)
  }

  /** Ends the threads; waits for what runs to notice. */
  async close(): Promise<void> {
    // The writer goes last: SQLite tidies up when the last connection closes, and readers cannot.
    await Promise.all([this.#analysis.stop(), this.#monitoring.stop()])
    await Promise.all([this.#import.stop(), this.#history.stop()])
  }
}
