/** What a number format makes of a number, as far as it matters for a lead: a date, a percentage, or neither. */

/**
 * `plain`: the number as it stands. `percent`: hundred times the number. `date`: a day, a time or both. `pattern`: a
 * date of which only a part is shown (`mmm-yy`); spreadsheets make such of sizes like 11-50, so its look is kept.
 */
export type NumberFormat =
  | { readonly kind: 'plain' | 'percent' | 'date' | 'time' }
  | { readonly kind: 'pattern'; readonly parts: readonly string[] }

/** A number that is shown as it is. */
export const PLAIN_FORMAT: NumberFormat = { kind: 'plain' }
const DATE: NumberFormat = { kind: 'date' }

/** The formats that have a number but no code in the file (ECMA-376 part 1, 18.8.30). */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
}

/** The format with this number; `codes` are those that the file defines. */
export function numberFormat(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id) ?? BUILT_IN[id]
  if (code !== undefined) return readFormat(code)
  // Dates of East Asian versions, which differ by language.
  return (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? DATE : PLAIN_FORMAT
}

/** Text in quotes, an escaped sign, a condition, a filler, a run of one letter, or any sign. */
const PARTS = /"[^"]*"|\\.|\[[^\]]*\]|[_*].|am\/pm|a\/p|general|([dmyhs])\1*|./gi

/** Reads the code of a format. */
export function readFormat(code: string): NumberFormat {
  const parts: string[] = []
  for (const [part] of code.matchAll(PARTS)) {
    if (part === ';') break
    parts.push(...literal(part))
  }
  const letters = parts.map((part) => part.toLowerCase())
  const has = (letter: string) => letters.some((part) => part.startsWith(letter) && /^[dmyhs]+$/.test(part))
  if (letters.includes('general')) return PLAIN_FORMAT
  const hasTime = has('h') || has('s')
  if (hasTime && !has('d') && !has('y')) return { kind: 'time' }
  if (hasTime || (has('d') && has('m') && has('y'))) return DATE
  if (has('m') || has('y')) return { kind: 'pattern', parts: letters }
  if (has('d')) return DATE
  return parts.includes('%') ? { kind: 'percent' } : PLAIN_FORMAT
}

/** A part as it counts: quotes and escapes taken off, conditions and fillers left out. */
function literal(part: string): string[] {
  if (part.startsWith('"') || part.startsWith('\\')) {
    // Letters that are meant as text must not be taken for a day or a month.
    const text = part.startsWith('"') ? part.slice(1, -1) : part.slice(1)
    return [...text].map((sign) => (/[a-z]/i.test(sign) ? `'${sign}` : sign))
  }
  if (/^\[[hms]+\]$/i.test(part)) return [part.slice(1, -1)]
  return part.startsWith('[') || part.startsWith('_') || part.startsWith('*') ? [] : [part]
}
