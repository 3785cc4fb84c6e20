/** What can be done with a file, from its path to the answer: one method each. */
import { randomInt } from 'node:crypto'
import type {
  CheckReport,
  FileInspection,
  FileRow,
  ImportProgress,
  ImportSummary,
} from '../../../contract/importing.ts'
import { Refusal, refuse } from '../../../contract/result.ts'
import type { BatchSink } from '../../history/batch-sink.ts'
import { openReader } from '../../history/open-reader.ts'
import { systemClock } from '../../platform/clock.ts'
import { systemFiles } from '../../platform/files.ts'
import { bundledModelFolder, readBundle, readManifest } from '../../registry/read-bundle.ts'
import { loadModelOnce } from '../../scoring/load-model-once.ts'
import { openModel } from '../../scoring/open-model.ts'
import type {
  FileWithSettings,
  OutFile,
  ResumeImport,
  RunCheck,
  RunImport,
} from '../../workers/import-operations.ts'
import type { CallContext, ThreadStart } from '../../workers/operation.ts'
import type { DuplicateCheck } from '../duplicates/duplicate-policy.ts'
import { openScoredRows, type ScoredRows } from '../files/scored-rows.ts'
import { FindingCollector } from '../rows/finding-collector.ts'
import { LeadReader } from '../rows/lead-reader.ts'
import { type ConvertWorkbook, createFileOpener, type FileOpener } from '../source/open-file.ts'
import type { OpenedFile } from '../source/open-text.ts'
import { checkImport, refusedReport } from './check-import.ts'
import { fileRows } from './file-rows.ts'
import { type DuplicateOptions, type HistoryOfImports, historyOfImports } from './history-of-imports.ts'
import { readImportState } from './import-state.ts'
import { describeFile } from './inspect-file.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { findUnfinished, pathOf, requireSameFile } from './resume-import.ts'
import { runImport } from './run-import.ts'

type Context = CallContext<ImportProgress>
type Quiet = Pick<Context, 'signal' | 'cancelled'>
/** A request whose way to the history is open. */
type WithSink<T> = Omit<T, 'port'> & { readonly sink: BatchSink }

/** The tasks of the import thread. */
export class ImportTasks {
  readonly #dataDir: string
  readonly #modelFolder: string
  readonly #files: FileOpener
  readonly #model

  constructor({ dataDir, resourcesDir }: ThreadStart, convert: ConvertWorkbook) {
    this.#dataDir = dataDir
    this.#modelFolder = bundledModelFolder(resourcesDir)
    this.#files = createFileOpener(dataDir, convert)
    this.#model = loadModelOnce(() => openModel(readBundle(this.#modelFolder, systemFiles)))
  }

  inspect(request: FileWithSettings, { signal, cancelled }: Quiet): Promise<FileInspection> {
    return this.#withFile(request, signal, (file) =>
      this.#withHistory((history) => {
        const plan = this.#plan(file, request, history)
        const stopped = history.stoppedImports(file.fileBytes)
        const unfinished = findUnfinished(file, stopped, cancelled)
        return describeFile(file, plan, this.#fields, unfinished?.shown ?? null)
      }),
    )
  }

  fileRows(
    request: FileWithSettings & { readonly rows: readonly number[] },
    { signal, cancelled }: Quiet,
  ): Promise<FileRow[]> {
    return this.#withFile(request, signal, (file) => {
      const plan = this.#withHistory((history) => this.#plan(file, request, history))
      const reader = new LeadReader(plan, this.#fields, new FindingCollector())
      return fileRows(reader, plan.table.headers.length, request.rows, cancelled)
    })
  }

  async check(request: RunCheck, { signal, cancelled, onProgress }: Context): Promise<CheckReport> {
    const { job, cells } = request
    const fields = this.#fields
    try {
      return await this.#withFile(request, signal, (file) => {
        const { plan, duplicates } = this.#planWithDuplicates(file, request, cancelled)
        return checkImport({
          plan,
          duplicates,
          fields,
          job,
          cells,
          clock: systemClock,
          cancelled,
          onProgress,
        })
      })
    } catch (error) {
      if (error instanceof Refusal) return refusedReport(error)
      throw error
    }
  }

  run(request: WithSink<RunImport>, context: Context): Promise<ImportSummary> {
    const { path, job, outFile, sink } = request
    return this.#withFile(request, context.signal, async (file) =>
      runImport({
        ...this.#planWithDuplicates(file, request, context.cancelled),
        ...context,
        job,
        model: await this.#model.get(),
        sink,
        clock: systemClock,
        outFile: this.#openOutFile(outFile, path),
        resume: null,
      }),
    )
  }

  async resume(request: WithSink<ResumeImport>, context: Context): Promise<ImportSummary> {
    const { job, outFile, sink } = request
    const { batch, ...stopped } = this.#withHistory((history) => {
      const batch = history.resumable(request.batch)
      return {
        batch,
        state: readImportState(batch.state),
        rejects: history.rejects(batch.batch),
        rejectedRows: outFile && history.rejectedRows(batch.batch),
      }
    })
    const source = { path: pathOf(batch, request.path), settings: batch.settings }
    return this.#withFile(source, context.signal, async (file) => {
      const hash = requireSameFile(file, batch, context.cancelled)
      const goesOn = { batch: batch.batch, checkpoint: batch.checkpoint, filePath: source.path }
      const resume = { ...stopped, ...goesOn, hash }
      const known = { batch: batch.batch, state: stopped.state?.duplicates ?? null }
      return runImport({
        ...this.#planWithDuplicates(file, source, context.cancelled, known),
        ...context,
        job,
        model: await this.#model.get(),
        sink,
        clock: systemClock,
        outFile: this.#openOutFile(outFile, source.path),
        resume,
      })
    })
  }

  async close(): Promise<void> {
    this.#files.close()
    await this.#model.release()
  }

  get #fields() {
    return readManifest(this.#modelFolder, systemFiles).manifest.fields
  }

  async #withFile<T>(
    { path, settings }: FileWithSettings,
    signal: AbortSignal,
    use: (file: OpenedFile) => Promise<T> | T,
  ): Promise<T> {
    const file = await this.#files.open(path, settings.read, signal)
    try {
      return await use(file)
    } finally {
      file.source.close()
    }
  }

  #openOutFile(outFile: OutFile | null, input: string): ScoredRows | null {
    return outFile && openScoredRows(outFile, { dataDir: this.#dataDir, input }, systemFiles)
  }

  /** Looks into the history, on a connection of its own that is closed right away. */
  #withHistory<T>(look: (history: HistoryOfImports) => T): T {
    const { manifest, digest } = readManifest(this.#modelFolder, systemFiles)
    const db = openReader(this.#dataDir, systemFiles)
    try {
      return look(historyOfImports(db, { bands: manifest.bands, digest }))
    } finally {
      db?.close()
    }
  }

  #plan(
    file: OpenedFile,
    { path, settings }: FileWithSettings,
    history: HistoryOfImports | null,
  ): ImportPlan {
    return planImport(file, settings, {
      fields: this.#fields,
      ...(history ? { remembered: history.remembered } : {}),
      filePath: path,
      thisYear: new Date(systemClock.nowMs()).getFullYear(),
    })
  }

  /** A plan, and who is known already; a file that does not say who its leads are has no duplicates. */
  #planWithDuplicates(
    file: OpenedFile,
    request: FileWithSettings,
    cancelled: () => boolean,
    resume: DuplicateOptions['resume'] = null,
  ): { readonly plan: ImportPlan; readonly duplicates: DuplicateCheck | null } {
    return this.#withHistory((history) => {
      // An import that goes on reads as it began, whatever was imported meanwhile.
      const plan = this.#plan(file, request, resume ? null : history)
      if (!plan.mapping.some(({ target }) => target.kind === 'identity')) return { plan, duplicates: null }
      const duplicates = history.duplicateCheck({
        policy: request.settings.duplicates,
        rows: plan.table.rowEstimate.rows,
        seed: randomInt(2 ** 32),
        resume,
        cancelled,
      })
      if (duplicates === null) refuse('cancelled', 'The import was stopped before anything was stored.')
      return { plan, duplicates }
    })
  }
}
