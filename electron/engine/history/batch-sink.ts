/** Where an import puts its leads: the history, seen from the import's side. */
import type { ColumnMapping, Finding, ImportSettings } from '../../contract/importing.ts'
import type { ChunkGroup } from './lead-chunk.ts'

/** What is known about a file before its first row is scored. */
export interface NewBatch {
  readonly fileName: string
  /** Where the file is, so that the import can go on without asking; null when it has no place of its own. */
  readonly filePath: string | null
  readonly fileBytes: number
  /** Recognises files with the same columns, so that a mapping can be remembered. */
  readonly headerSignature: string
  readonly headers: readonly string[]
  /** The header line as it stands in the file, for the file of rejected rows. */
  readonly headerText: string
  readonly mapping: ColumnMapping
  /** As resolved: an import that goes on reads the file with these. */
  readonly settings: ImportSettings
}

/** An import that stopped half-way and now goes on. */
export interface ResumedBatch {
  readonly resume: number
  /** Where its file is now, which may have moved. */
  readonly filePath: string | null
}

export interface OpenedBatch {
  readonly batch: number
}

/** Acknowledges a group: its leads are on disk. Ids are consecutive from `firstId`, in the group's order. */
export interface GroupCommitted {
  readonly firstId: number
  readonly count: number
  /** Leads of the batch on disk, this group included. */
  readonly committed: number
}

/** How an import ended. */
export interface BatchEnd {
  readonly state: 'done' | 'cancelled'
  readonly findings: readonly Finding[]
}

/** What the history counted, for the summary. */
export interface BatchResult {
  readonly accepted: number
  readonly meanScore: number | null
  readonly bands: Readonly<Record<'hot' | 'warm' | 'cold', number>>
}

/** One batch on its way into the history: `open`, then `commit` per group, then `finish`. */
export interface BatchSink {
  /**
   * Starts a batch, or goes on with one from its stored checkpoint. Then the import's own category codes start anew,
   * and the first group's `newCategories` name them from the beginning.
   */
  open(batch: NewBatch | ResumedBatch): Promise<OpenedBatch>
  /**
   * Hands over a group; its buffers are gone from the caller afterwards. Resolves as soon as the next one may be sent
   * (at most two are on their way), rejects when this or an earlier one could not be stored.
   */
  commit(group: ChunkGroup): Promise<void>
  /**
   * Waits until all groups are on disk, then ranks the batch; `onRanked` tells how far that is, 0 to 1. Once `leave` is
   * aborted, the ranking is left to the background: the batch is complete, and the result the same.
   */
  finish(end: BatchEnd, onRanked: (share: number) => void, leave?: AbortSignal): Promise<BatchResult>
  /** Lets go of the history, in any case: a batch that was opened and not finished counts as interrupted. */
  close(): void
  /** Called on every acknowledgement. */
  onCommitted: ((committed: GroupCommitted) => void) | null
}
