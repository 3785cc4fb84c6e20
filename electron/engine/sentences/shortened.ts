/** The text, cut to a number of characters; whole characters are cut, never halves. */
export function shortened(text: string, characters: number): string {
  if (text.length <= characters) return text
  const start = [...text.slice(0, characters * 2)].slice(0, characters).join('')
  return start.length < text.length ? `${start}…` : text
}
