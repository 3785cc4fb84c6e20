/**
 * What the import thread hands to the history thread: up to 1,024 scored leads of one batch as flat buffers, so that
 * they are transferred rather than copied. Only `chunk-builder.ts` makes one and only `store-chunk.ts` takes it apart.
 */

export const LEADS_PER_CHUNK = 1024

/** One string per lead: UTF-8 bytes end to end; `ends[i]` is where lead i's bytes end; -1 in `lengths` would be a null. */
export interface TextColumn {
  readonly bytes: Uint8Array
  /** Byte offset after each lead's text; a null is told from an empty text by `present`. */
  readonly ends: Uint32Array
  readonly present: Uint8Array
}

/** Coded values of one field for monitoring, before dictionary codes are made global. */
export type CodedColumn =
  /** Numbers and dates: NaN is missing. */
  | { readonly kind: 'number'; readonly values: Float32Array }
  /** Categories: codes of the import's own dictionary, 0 is missing, 1 is "beyond the dictionary". */
  | { readonly kind: 'category'; readonly codes: Uint32Array }
  /** Texts: length in code points and number of parts, NaN is missing. */
  | { readonly kind: 'text'; readonly lengths: Float32Array; readonly counts: Float32Array }

export interface LeadChunk {
  readonly count: number
  /** Row in the file of each lead, 1-based; 0 for a lead typed in. */
  readonly rowNumbers: Uint32Array
  readonly scores: Float32Array
  readonly name: TextColumn
  readonly company: TextColumn
  readonly email: TextColumn
  readonly link: TextColumn
  readonly title: TextColumn
  /** Raw records, zstd-compressed, with version byte and digest. */
  readonly records: Uint8Array
  /** In field order. */
  readonly columns: readonly CodedColumn[]
}

/** Categories the import's dictionary learned since the last group: field index and value, codes ascending. */
export interface NewCategory {
  readonly field: number
  readonly code: number
  readonly value: string
}

export interface ChunkReject {
  readonly row: number
  readonly reason: string
  readonly message: string
  readonly text: string
}

/** One transaction's worth: a few chunks, the rejects between them and the checkpoint after them. */
export interface ChunkGroup {
  readonly chunks: readonly LeadChunk[]
  readonly newCategories: readonly NewCategory[]
  readonly rejects: readonly ChunkReject[]
  /** Where reading goes on after these rows. */
  readonly checkpoint: { readonly byteOffset: number; readonly rows: number; readonly accepted: number; readonly rejected: number }
  /** Time spent on these leads, microseconds in all. */
  readonly featuresUs: number
  readonly inferenceUs: number
}
