/** What passes between an import and the history thread, over the port of one batch. */
import type { AppError } from '../../contract/result.ts'
import type {
  BatchEnd,
  BatchResult,
  GroupCommitted,
  NewBatch,
  OpenedBatch,
  ResumedBatch,
} from '../history/batch-sink.ts'
import type { ChunkGroup } from '../history/lead-chunk.ts'

/** From the import. */
export type ToHistory =
  | { readonly kind: 'open'; readonly batch: NewBatch | ResumedBatch }
  | { readonly kind: 'group'; readonly group: ChunkGroup }
  | { readonly kind: 'end'; readonly end: BatchEnd }
  /** Nobody waits for the ranking any more. */
  | { readonly kind: 'leave' }

/** From the history. */
export type ToImport =
  | { readonly kind: 'opened'; readonly opened: OpenedBatch }
  | { readonly kind: 'committed'; readonly committed: GroupCommitted }
  | { readonly kind: 'ranked'; readonly share: number }
  | { readonly kind: 'ended'; readonly result: BatchResult }
  | { readonly kind: 'failed'; readonly error: AppError }
