/** The values of many leads, field by field in flat arrays: what reports are made from. */

/**
 * One field of all leads of a sample, in their order. Numbers are float32 on both sides of a comparison, so that 0.1 in the
 * history and 0.1 in the reference are one value.
 */
export type SampleColumn =
  /** Numbers and dates: NaN is missing. */
  | { readonly kind: 'number'; readonly values: Float32Array }
  /** Categories: codes into `levels`, 0 is missing. */
  | { readonly kind: 'category'; readonly codes: Uint32Array; readonly levels: readonly string[] }
  /** Texts: length in code points and number of comma-separated parts, NaN is missing. */
  | { readonly kind: 'text'; readonly characters: Float32Array; readonly parts: Float32Array }

/** Leads by field. */
export interface LeadSample {
  readonly count: number
  readonly scores: Float32Array
  /** In the order of the active model's fields. */
  readonly columns: readonly SampleColumn[]
}

/** Leads whose columns are read one after the other: all of them at once may be more than there is memory for. */
export interface LeadsByField extends Omit<LeadSample, 'columns'> {
  /** Ask in the order of the fields: another order reads again. */
  readonly column: (index: number) => SampleColumn
}

/** A column of a sample, however it is held. */
export function columnOf(leads: LeadSample | LeadsByField, index: number): SampleColumn {
  const column = 'columns' in leads ? leads.columns[index] : leads.column(index)
  if (!column) throw new RangeError(`there is no field ${index}`)
  return column
}

/** The name that stands for every value that came after a field's dictionary was full. */
export const BEYOND_DICTIONARY = '(other values)'
