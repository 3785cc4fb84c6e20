/** What the import thread does. Its body is in `importing/serve-importing.ts`. */
import type { MessagePort } from 'node:worker_threads'
import type {
  ColumnMapping,
  FileInspection,
  ImportProgress,
  ImportSummary,
} from '../../contract/importing.ts'
import type { Operation } from './operation.ts'

export interface RunImport {
  readonly path: string
  /** null: as suggested by the inspection. */
  readonly mapping: ColumnMapping | null
  readonly job: string
  /** Where the scored file goes: the original columns plus score, label and band. */
  readonly outFile: string | null
  /** The way to the history thread: `createPortSink(port)` makes a `BatchSink` of it. */
  readonly port: MessagePort
}

export interface ImportOperations {
  inspect: Operation<{ readonly path: string }, FileInspection>
  run: Operation<RunImport, ImportSummary, ImportProgress>
}
