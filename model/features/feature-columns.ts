/** What the columns of a chunk of leads must offer for features to be made from them; one value per lead. */

/** NaN is missing. */
export interface NumberValues {
  readonly kind: 'number'
  readonly values: Float64Array
}

/** The code of a missing category. */
export const MISSING_CODE = 0
/** The code of every category that has no code of its own. */
export const UNCODED = 1

/** Codes from 2 on stand for one value each, for as long as the column is used. */
export interface CategoryValues {
  readonly kind: 'category'
  readonly codes: Uint32Array
  /** One lead's category, null where it is missing. */
  at(lead: number): string | null
}

/** Parts of texts are counted between these; for another separator the text itself is asked. */
export const PART_SEPARATOR = ','

/** UTF-8 end to end, measured when it was read. */
export interface TextValues {
  readonly kind: 'text'
  readonly bytes: Uint8Array
  /** Where each lead's text begins, and after the last where it ends. */
  readonly starts: Uint32Array
  /** Code points, NaN where the text is missing. */
  readonly codePoints: Float32Array
  /** Parts between `PART_SEPARATOR` that hold something, NaN where the text is missing. */
  readonly parts: Float32Array
  /** One lead's text, null where it is missing. */
  at(lead: number): string | null
}

export type FeatureColumn = NumberValues | CategoryValues | TextValues
