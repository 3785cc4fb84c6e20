/** Collects scored leads into the flat buffers of a `LeadChunk`. */
import type { Field, FieldValue } from '../../../model/bundle/field.ts'
import type { Identity } from '../../contract/lead.ts'
import type { LeadChunk, NewCategory } from './lead-chunk.ts'

export interface FinishedChunk {
  readonly chunk: LeadChunk
  /** Categories not seen by this builder before. */
  readonly newCategories: readonly NewCategory[]
}

/** Takes up to 1,024 leads, then gives a chunk and starts the next one. */
export interface ChunkBuilder {
  /** Leads added since the last chunk. */
  readonly count: number
  readonly full: boolean
  /** Adds a lead with its values in field order; `rowNumber` is 1-based, 0 for a lead typed in. */
  add(values: readonly FieldValue[], identity: Identity, rowNumber: number): void
  /** The chunk of the leads added, with one score each in the order they were added. The builder is empty afterwards. */
  finish(scores: Float32Array): FinishedChunk
}

/** A builder for leads with these fields. `titleField` names the one shown beside a lead's name. */
export function createChunkBuilder(_fields: readonly Field[], _titleField: string | null): ChunkBuilder {
  throw new Error('the chunk builder follows')
}
