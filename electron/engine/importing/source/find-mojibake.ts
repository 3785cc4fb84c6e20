/** Text that was encoded twice: "CafÃ©" where "Café" is meant. */
import type { Finding } from '../../../contract/importing.ts'
import { counted } from '../../sentences/counted.ts'

/** An accent or a sign as it looks when its UTF-8 is read as Windows-1252 and written as UTF-8 again. */
const TWICE =
  /(?:[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0080-\u00bf\u0153\u2122\u0161\u201c\u201d\u2039\u203a\u2013\u2014\u02dc\u00a6])/g
const AROUND = 12

/** Says so when a text holds such stretches. The text itself stays as it is: it may be meant. */
export function findMojibake(bytes: Buffer): Finding[] {
  // Looking for the first byte of "Ã", "Â" or "â" is far cheaper than looking at characters.
  if (!bytes.includes(0xc3) && !bytes.includes(0xc2)) return []
  const text = bytes.toString('utf8')
  const matches = [...text.matchAll(TWICE)]
  const [first] = matches
  if (!first) return []
  const before =
    text
      .slice(Math.max(0, first.index - AROUND), first.index)
      .split(/[\r\n]/)
      .at(-1) ?? ''
  const after = text.slice(first.index, first.index + AROUND).split(/[\r\n]/)[0] ?? ''
  const places = counted(matches.length, 'place')
  const message = `The text looks as if it had been encoded twice (${places} in its first part); it is kept as it stands. Export the file again if accents are wrong.`
  return [{ code: 'mojibake_suspect', message, count: matches.length, text: before + after }]
}
