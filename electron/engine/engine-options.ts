/** What the engine's methods are given beside what they work on. */
import type { ImportProgress } from '../contract/importing.ts'
import type { OutFile } from './workers/import-operations.ts'

/** What an engine is opened with. */
export interface EngineOptions {
  /** Folder of the history; made if need be when `access` is `write`. */
  readonly dataDir: string
  /** Folder that holds `model/`. */
  readonly resourcesDir: string
  /** Where the thread entries are: TypeScript in the repository, beside the main bundle in the built app. */
  readonly threads: {
    readonly history: URL
    readonly import: URL
    readonly analysis: URL
    readonly workbook: URL
    readonly monitoring: URL
  }
  /** `write` takes the data folder's lock; `read` never does, and creates nothing. */
  readonly access: 'read' | 'write'
}

/** What work that can be stopped takes. */
export interface Stoppable {
  readonly signal?: AbortSignal
}

/** What every long piece of work takes. */
export interface JobOptions {
  readonly job: string
  readonly signal: AbortSignal
  readonly onProgress: (progress: ImportProgress) => void
}

/** What a check of a file takes. */
export interface CheckOptions extends JobOptions {
  /** Whether the report shall hold the values of the first rows. */
  readonly cells?: boolean
}

/** What an import takes. */
export interface ImportOptions extends JobOptions {
  /** A copy of the file with the scores, written while it is imported. */
  readonly outFile?: OutFile
}
