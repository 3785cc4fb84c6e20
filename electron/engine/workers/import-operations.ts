/** What the import thread does. Its body is in `importing/serve-importing.ts`. */
import type { MessagePort } from 'node:worker_threads'
import type {
  CheckReport,
  FileInspection,
  FileRow,
  ImportProgress,
  ImportSettings,
  ImportSummary,
} from '../../contract/importing.ts'
import type { Operation } from './operation.ts'

/** A file, and what has been decided about it so far. */
export interface FileWithSettings {
  readonly path: string
  readonly settings: ImportSettings
}

export interface RunCheck extends FileWithSettings {
  readonly job: string
  /** Whether the report shall hold the values of the first rows. */
  readonly cells: boolean
}

/** The scored file: the original columns plus score, label and band. */
export interface OutFile {
  readonly path: string
  readonly order: 'as-read' | 'best-first'
}

export interface RunImport extends FileWithSettings {
  readonly job: string
  readonly outFile: OutFile | null
  /** The way to the history thread: `createPortSink(port)` makes a `BatchSink` of it. */
  readonly port: MessagePort
}

export interface ResumeImport {
  readonly batch: number
  /** Where the file is now; null: where it was. */
  readonly path: string | null
  readonly job: string
  /** Of the whole import, its first part included. */
  readonly outFile: OutFile | null
  readonly port: MessagePort
}

export interface ImportOperations {
  inspect: Operation<FileWithSettings, FileInspection>
  fileRows: Operation<FileWithSettings & { readonly rows: readonly number[] }, readonly FileRow[]>
  check: Operation<RunCheck, CheckReport, ImportProgress>
  run: Operation<RunImport, ImportSummary, ImportProgress>
  resume: Operation<ResumeImport, ImportSummary, ImportProgress>
}
