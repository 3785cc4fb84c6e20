/** Pieces of the sentences an import says. */

/** Most names in one sentence; the rest is counted. */
const NAMES = 20
const NAME_CHARACTERS = 60

/** `a, b and 3 more`. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES).map((name) => shortened(name, NAME_CHARACTERS))
  const more = names.length - shown.length
  return more > 0 ? `${shown.join(', ')} and ${more.toLocaleString('en')} more` : shown.join(', ')
}

/** The text, cut to a number of characters; whole characters are cut, never halves. */
export function shortened(text: string, characters: number): string {
  if (text.length <= characters) return text
  const start = [...text.slice(0, characters * 2)].slice(0, characters).join('')
  return start.length < text.length ? `${start}…` : text
}

/** A column's header in quotes, or its place where it has none. */
export function namedColumn(headers: readonly string[], column: number): string {
  const header = headers[column]?.trim() ?? ''
  return header === '' ? `column ${column + 1}` : `"${shortened(header, NAME_CHARACTERS)}"`
}

/** `1 row`, `2,000 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
