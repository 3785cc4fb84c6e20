/** What reading one cell gives: a value the model understands, or a sentence that says why not. */
import type { FieldValue } from './field.ts'

export type FieldProblem =
  | 'value_not_a_number'
  | 'value_out_of_range'
  | 'value_not_allowed'
  | 'value_date_mangled'
  | 'value_not_a_date'
  | 'year_suspect'
  | 'text_too_long'

export type FieldRepairCode = 'value_repaired' | 'value_date_mangled' | 'number_locale'

/** What was written was changed into something else on the way. */
export interface FieldRepair {
  readonly code: FieldRepairCode
  /** Says what was done, in a sentence. */
  readonly message: string
}

export type FieldReading =
  | { readonly ok: true; readonly value: FieldValue; readonly repaired?: FieldRepair }
  | { readonly ok: false; readonly code: FieldProblem; readonly message: string }

/** A cell that holds no value. */
export const MISSING: FieldReading = { ok: true, value: null }

/** A text that is no value of its field. */
export function problem(code: FieldProblem, message: string): FieldReading {
  return { ok: false, code, message }
}

/** The text as a sentence can show it: in quotes, cut to 60 characters. */
export function quoted(text: string): string {
  const characters = [...text.slice(0, 200)]
  return `"${characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : text}"`
}
