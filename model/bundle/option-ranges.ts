/** Options that are ranges of whole numbers, such as company sizes: `11-50`, `10001+`, however they are spelled. */
import { parseDate } from './parse-date.ts'

export interface NumberRange {
  readonly from: number
  /** Infinity where the range has no end. */
  readonly to: number
}

const LONGEST = 60
/** A count, with or without signs between its thousands. */
const COUNT = String.raw`(\d{1,3}(?:[ .,']\d{3})+|\d{1,9})`
const UNIT = String.raw`(?: ?\p{L}[\p{L} .']*)?`
const BOUNDED = new RegExp(`^${COUNT} ?(?:[-–—‒]|to|à|bis|a|y) ?${COUNT}${UNIT}$`, 'u')
const OPEN = new RegExp(String.raw`^${COUNT} ?\+${UNIT}$`, 'u')
const ALONE = new RegExp(`^${COUNT}${UNIT}$`, 'u')
const SPACES = /[\u00a0\u2007\u2009\u202f]/g

/** The range a text spells: `1,001 – 5,000 employees`, `10 001+`; null when it spells none. */
export function parseRange(text: string): NumberRange | null {
  const cleaned = clean(text)
  const bounded = cleaned === null ? null : BOUNDED.exec(cleaned)
  if (bounded) return { from: toCount(bounded[1]), to: toCount(bounded[2]) }
  const open = cleaned === null ? null : OPEN.exec(cleaned)
  return open && { from: toCount(open[1]), to: Number.POSITIVE_INFINITY }
}

/** The count a text spells: `26`, `1 200`, `1,200 employees`; null when it spells none. */
export function parseCount(text: string): number | null {
  const cleaned = clean(text)
  const alone = cleaned === null ? null : ALONE.exec(cleaned)
  return alone && toCount(alone[1])
}

/**
 * The ranges a spreadsheet may have made a date of: `Nov-50` was `11-50`, `2-Oct` was `2-10`. Month and day in both
 * orders, and month and year where there is no day or only the first.
 */
export function rangesBehindDate(text: string): NumberRange[] {
  const date = parseDate(text)
  switch (date?.kind) {
    case 'monthAnd':
      return bothWays(date.month, date.number)
    case 'monthOfYear':
      return bothWays(date.month, date.year % 100)
    case 'day':
      return [
        ...bothWays(date.month, date.day),
        ...(date.day === 1 ? bothWays(date.month, date.year % 100) : []),
      ]
    case 'numbers': {
      const [first, second, year] = date.parts
      const month = first === 1 ? second : second === 1 ? first : null
      return [...bothWays(first, second), ...(month === null ? [] : bothWays(month, year % 100))]
    }
    case undefined:
      return []
  }
}

function bothWays(one: number, other: number): NumberRange[] {
  return one === other ? [] : [{ from: Math.min(one, other), to: Math.max(one, other) }]
}

function clean(text: string): string | null {
  return text.length > LONGEST ? null : text.replace(SPACES, ' ').replaceAll('’', "'")
}

function toCount(digits = ''): number {
  return Number(digits.replace(/\D/g, ''))
}
