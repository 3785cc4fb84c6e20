/** Trouble with cells in a few words a salesperson would use. */
import type { CellIssue } from '../../../electron/contract/importing.ts'

const TROUBLES: Readonly<Record<string, string>> = {
  value_not_a_number: 'not a number',
  value_out_of_range: 'out of range',
  value_not_allowed: 'not a known value',
  value_date_mangled: 'turned into a date by a spreadsheet',
  value_scale_suspect: 'on another scale',
  year_suspect: 'a year that cannot be right',
  text_too_long: 'too long',
  number_locale: 'written in another way',
  email_suspect: 'not an e-mail address',
  url_not_http: 'not a web address',
  control_chars: 'with invisible characters',
  formula_like: 'looks like a formula',
  mojibake_suspect: 'with damaged letters',
}

/** What is wrong with the cells of a group; empty where the messages alone say it. */
export function troubleWords(code: string): string {
  return TROUBLES[code] ?? ''
}

/** What becomes of a cell that is left as it is. */
export const FATE_WORDS: Readonly<Record<CellIssue['kind'], string>> = {
  missing: 'They cannot be read. Correct them, or the leads are scored as if these cells were empty.',
  repaired: 'They are written in another way than the model expects, and were understood like this.',
}
