/**
 * What the import thread hands to the history thread: up to 1,024 scored leads of one batch as flat buffers, so that
 * they are transferred rather than copied. Only `chunk-builder.ts` makes one and only `store-chunk.ts` takes it apart.
 */

import type { Finding } from '../../contract/importing.ts'

/** Leads of a chunk at most: as many are scored in one run of the network. */
export const LEADS_PER_CHUNK = 1024

/**
 * One string per lead: all texts end to end as UTF-8, and each one's length in UTF-16 units plus one, 0 for none.
 * One big text is written and read far faster than a thousand small ones; the lengths cut it up again.
 */
export interface TextColumn {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly lengths: Uint32Array<ArrayBuffer>
}

/** Coded values of one field for monitoring, before dictionary codes are made global. */
export type CodedColumn =
  /** Numbers and dates: NaN is missing. */
  | { readonly kind: 'number'; readonly values: Float32Array<ArrayBuffer> }
  /** Categories: codes of the import's own dictionary, 0 is missing, 1 is "beyond the dictionary". */
  | { readonly kind: 'category'; readonly codes: Uint32Array<ArrayBuffer> }
  /** Texts: length in code points and number of comma-separated parts, NaN is missing. */
  | {
      readonly kind: 'text'
      readonly lengths: Float32Array<ArrayBuffer>
      readonly counts: Float32Array<ArrayBuffer>
    }

export interface LeadChunk {
  readonly count: number
  /** Row in the file of each lead, 1-based; 0 for a lead typed in. */
  readonly rowNumbers: Uint32Array<ArrayBuffer>
  readonly scores: Float32Array<ArrayBuffer>
  readonly name: TextColumn
  readonly company: TextColumn
  readonly email: TextColumn
  readonly link: TextColumn
  readonly title: TextColumn
  /** Raw records, compressed, with version byte and digest; `record-codec.ts` owns the format. */
  readonly records: Uint8Array<ArrayBuffer>
  /** In field order. */
  readonly columns: readonly CodedColumn[]
}

/** A category the import's dictionary learned since the last group. */
export interface NewCategory {
  /** Index in the manifest's fields. */
  readonly field: number
  readonly code: number
  readonly value: string
}

export interface ChunkReject {
  readonly row: number
  readonly reason: string
  readonly message: string
  /** The row as it stands in the file, whole. */
  readonly text: string
}

/** Where an import is after a group: what a resumed import would start from. Counts are totals of the batch so far. */
export interface Checkpoint {
  readonly byteOffset: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  /** SHA-256 of the file's bytes up to `byteOffset`, hex; null where the import does not compute it. */
  readonly digest: string | null
}

/**
 * A lead that leaves the call list for a newer one: of the history by its id, or of this import by its row. `by` is the
 * row of the lead that takes its place, of this group or an earlier one.
 */
export type SupersededLead =
  | { readonly kind: 'lead'; readonly id: number; readonly by: number }
  | { readonly kind: 'row'; readonly row: number; readonly by: number }

/** One transaction's worth: a few chunks, the rejects between them and the checkpoint after them. */
export interface ChunkGroup {
  readonly chunks: readonly LeadChunk[]
  readonly newCategories: readonly NewCategory[]
  readonly rejects: readonly ChunkReject[]
  readonly checkpoint: Checkpoint
  /** In the order of `by`. Ids that are gone meanwhile are passed over. */
  readonly superseded: readonly SupersededLead[]
  /** All findings so far, for an import that stops here; null while they are as they were. */
  readonly findings: readonly Finding[] | null
  /** JSON the import wants back when it goes on from here; null while it is as it was. */
  readonly state: string | null
  /** Time spent on these leads, microseconds in all. */
  readonly featuresUs: number
  readonly inferenceUs: number
}
