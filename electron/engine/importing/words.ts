/** How the sentences of an import call columns and other things with long names. */
import { shortened } from '../sentences/shortened.ts'

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
