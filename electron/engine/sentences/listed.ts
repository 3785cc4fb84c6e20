/** `a`, `a and b`, `a, b and c`; beyond `most` names, those and how many more there are: `a, b, c and 2 more`. */
export function listed(names: readonly string[], most = Number.POSITIVE_INFINITY): string {
  const more = names.length - most
  if (more > 0) return `${names.slice(0, most).join(', ')} and ${more.toLocaleString('en')} more`
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
