/** The engine's facade: one method per thing a user can do. Failures are thrown `Refusal`s. */
import { MessageChannel } from 'node:worker_threads'
import type { Manifest } from '../../model/bundle/manifest.ts'
import type { ModelInfo } from '../contract/app-info.ts'
import type {
  ExportSummary,
  Health,
  HistoryOverview,
  LeadDetail,
  LeadFilter,
  LeadOrder,
  LeadPage,
  LeadQuery,
} from '../contract/history.ts'
import type { ColumnMapping, FileInspection, ImportProgress, ImportSummary } from '../contract/importing.ts'
import type { Identity, LeadFields, Preview, Saved } from '../contract/lead.ts'
import { refuse } from '../contract/result.ts'
import { systemFiles } from './platform/files.ts'
import { listModels } from './registry/list-models.ts'
import { bundledModelFolder, readManifest } from './registry/read-bundle.ts'
import type { AnalysisOperations, Check } from './workers/analysis-operations.ts'
import type { HistoryOperations } from './workers/history-operations.ts'
import type { ImportOperations } from './workers/import-operations.ts'
import type { ThreadStart } from './workers/operation.ts'
import { createThreadClient, type ThreadClient } from './workers/thread-client.ts'

export type { Check } from './workers/analysis-operations.ts'

export interface EngineOptions {
  /** Folder of the history; made if need be when `access` is `write`. */
  readonly dataDir: string
  /** Folder that holds `model/`. */
  readonly resourcesDir: string
  /** Where the thread entries are: TypeScript in the repository, beside the main bundle in the built app. */
  readonly threads: { readonly history: URL; readonly import: URL; readonly analysis: URL }
  /** `write` takes the data folder's lock; `read` never does, and creates nothing. */
  readonly access: 'read' | 'write'
}

export interface ImportOptions {
  readonly job: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
  /** Where the scored file goes. */
  readonly outFile?: string
}

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

  constructor(options: EngineOptions, manifest: Manifest) {
    const { dataDir, resourcesDir, access, threads } = options
    const start: ThreadStart = { dataDir, resourcesDir, access }
    this.manifest = manifest
    this.#access = access
    this.#history = createThreadClient('history', threads.history, start)
    this.#import = createThreadClient('import', threads.import, start)
    this.#analysis = createThreadClient('analysis', threads.analysis, start)
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
    { signal }: { readonly signal: AbortSignal },
  ): Promise<ExportSummary> {
    return this.#analysis.call('exportLeads', { filter, path }, { signal })
  }

  /** Finds out what a file holds and suggests a mapping. Reads only its first part. */
  inspectFile(path: string): Promise<FileInspection> {
    return this.#import.call('inspect', { path })
  }

  /** Imports a file as one batch; `mapping` null takes the suggested one. Cancelling yields the summary so far. */
  async importFile(
    path: string,
    mapping: ColumnMapping | null,
    options: ImportOptions,
  ): Promise<ImportSummary> {
    if (this.#access === 'read') refuse('read_only', 'The history was opened for reading only.')
    const { port1, port2 } = new MessageChannel()
    const { signal, onProgress, job, outFile = null } = options
    const received = this.#history.call('receiveBatch', { port: port2 }, { transfer: [port2] })
    const run = this.#import.call(
      'run',
      { path, mapping, job, outFile, port: port1 },
      { signal, onProgress, transfer: [port1] },
    )
    const [summary] = await Promise.all([run, received])
    return summary
  }

  async models(): Promise<readonly ModelInfo[]> {
    return listModels(this.manifest)
  }

  health(): Promise<Health> {
    return this.#analysis.call('health', {})
  }

  /** Checks folder, database, model and runtime; one line each, never throws for what it finds. */
  doctor(): Promise<readonly Check[]> {
    return this.#analysis.call('examine', {})
  }

  /** Ends the threads; waits for what runs to notice. */
  async close(): Promise<void> {
    // The writer goes last: SQLite tidies up when the last connection closes, and readers cannot.
    await this.#analysis.stop()
    await Promise.all([this.#import.stop(), this.#history.stop()])
  }
}
