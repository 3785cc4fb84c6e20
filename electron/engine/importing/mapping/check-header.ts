/** Refuses a header that cannot be one, or that names nothing the model knows. */
import type { ColumnTarget } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import type { Suggestion } from './suggest-mapping.ts'

/** An e-mail address, a link or a number: what stands in a lead and never in a column name. */
const DATA = /^\s*(?:[^\s@]+@[^\s@]+\.[^\s@]+|https?:\/\/\S+|[+-]?\d+(?:[.,]\d+)?)\s*$/i

/** Refuses a first line that looks like a lead: taking it for column names would lose it. */
export function checkHeader(headers: readonly string[], suggestion: Suggestion): void {
  if (suggestion.columns.some(({ target }) => target !== null)) return
  if (!headers.some((header) => DATA.test(header))) return
  refuse(
    'header_missing',
    'The first line of the file looks like a lead, not like column names.',
    'Add a first line with column names such as name, company, jobtitle.',
  )
}

/** Refuses to import when no column feeds anything, or none feeds the model. */
export function checkTargets(targets: readonly ColumnTarget[]): void {
  if (targets.length === 0) {
    refuse(
      'no_known_columns',
      'None of the column names in the file is known.',
      'Say which column holds what, or rename columns to names such as name, company, jobtitle.',
    )
  }
  if (!targets.some(({ kind }) => kind === 'field')) {
    refuse(
      'no_model_columns',
      'The file says who the leads are but nothing the model can score them by.',
      'Add columns such as jobtitle, industry or companysize, or say which columns hold them.',
    )
  }
}
