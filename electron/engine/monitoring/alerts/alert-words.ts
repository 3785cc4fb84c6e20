/** Pieces of the sentences alerts say. */

/** `1 lead`, `2,000 leads`. */
export const counted = (count: number, one: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : `${one}s`}`

/** `5 minutes`. */
export const minutes = (count: number): string => counted(count, 'minute')

/** `12.5%`, with at most one decimal. */
export const percent = (share: number): string =>
  `${(share * 100).toLocaleString('en', { maximumFractionDigits: 1 })}%`

const SHOWN = 3

/** `a, b, c and 2 more`. */
export function listed(names: readonly string[]): string {
  const more = names.length - SHOWN
  if (more > 0) return `${names.slice(0, SHOWN).join(', ')} and ${more.toLocaleString('en')} more`
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
