/** Words that the sentences of an import share: the ways out of a wrong file, and columns with long names. */
import { shortened } from '../sentences/shortened.ts'

/** What can be read, for sentences on what cannot. */
export const WHAT_IS_READ = 'a CSV file or an Excel workbook (.xlsx)'

/** The way from anything that is no list to one. */
export const EXPORT_AGAIN = 'Export the list from your sales tool as CSV or Excel, and choose that file.'

/** The same for a document that may hold a table of leads. */
export const EXPORT_OR_PASTE = `${EXPORT_AGAIN} A table in the document can also be copied and pasted into the Import view.`

/** The way from another program's table to one that can be read. */
export const SAVE_AS_XLSX =
  'Open it in Excel or LibreOffice and save it as "Excel workbook (.xlsx)" or "CSV UTF-8".'

/** Most names in one sentence; the rest is counted. */
const NAMES = 20
const NAME_CHARACTERS = 60

/** `a, b and 3 more`, each name cut where it is very long. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map((name) => shortened(name, NAME_CHARACTERS))
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en')} more` : shown.join(', ')
}

/** A column's header in quotes, or its place where it has none. */
export function namedColumn(headers: readonly string[], column: number): string {
  const header = headers[column]?.trim() ?? ''
  return header === '' ? `column ${column + 1}` : `"${shortened(header, NAME_CHARACTERS)}"`
}
