/** Takes a date apart as spreadsheets and exports write it, without deciding what only its column can tell. */
import { monthNumber } from './month-names.ts'

export type WrittenDate =
  /** `2026-11-21`, `21 Nov 2026`, `21.11.2026`. */
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  /** `03/05/2026`, `3-5-26`: the order is a matter of country. */
  | { readonly kind: 'numbers'; readonly parts: readonly [number, number, number] }
  /** `Nov-50`, `2 Oct`: a month and a day or a year. */
  | { readonly kind: 'monthAnd'; readonly month: number; readonly number: number }
  /** `11/1950`, `2012-05`. */
  | { readonly kind: 'monthOfYear'; readonly year: number; readonly month: number }

const LONGEST = 60
const TIME =
  /(?:[T ]|, )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AP]\.?M\.?)?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?$/i
const NUMERIC = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/
const DAY_MONTH_YEAR =
  /^(\d{1,2})(?:\.|st|nd|rd|th|er)?[ ./-]{0,2}(\p{L}{3,12})\.?[ ./,-]{1,2}(\d{2}|\d{4})$/u
const MONTH_DAY_YEAR = /^(\p{L}{3,12})\.?[ -](\d{1,2})(?:st|nd|rd|th)?,? ?[ -](\d{4})$/u
const NUMBER_MONTH = /^(\d{1,4})\.?[ ./-]{1,2}(\p{L}{3,12})\.?$/u
const MONTH_NUMBER = /^(\p{L}{3,12})\.?[ ./-]{1,2}(\d{1,4})$/u
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/

/** The date in trimmed text, a time behind it left off; null when it is none. */
export function parseDate(text: string): WrittenDate | null {
  if (text.length > LONGEST || !/\d/.test(text)) return null
  const date = text.replace(TIME, '')
  return parseNumeric(date) ?? parseNamed(date)
}

/** A year of two digits, as people mean it: 70 to 99 in the last century, the others in this one. */
export function fullYear(year: number): number {
  if (year >= 100) return year
  return year < 70 ? 2000 + year : 1900 + year
}

function parseNumeric(date: string): WrittenDate | null {
  const three = NUMERIC.exec(date)
  if (three) {
    const [first, second, third] = [Number(three[1]), Number(three[3]), Number(three[4])]
    if (three[1]?.length === 4) return dayOf(first, second, third)
    if (three[1]?.length === 3 || ![2, 4].includes(three[4]?.length ?? 0)) return null
    // Where days, months and years are parted by points, the day comes first.
    return three[2] === '.'
      ? dayOf(fullYear(third), second, first)
      : { kind: 'numbers', parts: [first, second, third] }
  }
  const monthFirst = MONTH_YEAR.exec(date)
  if (monthFirst) return monthOf(Number(monthFirst[2]), Number(monthFirst[1]))
  const yearFirst = YEAR_MONTH.exec(date)
  return yearFirst && monthOf(Number(yearFirst[1]), Number(yearFirst[2]))
}

function parseNamed(date: string): WrittenDate | null {
  const dayFirst = DAY_MONTH_YEAR.exec(date)
  if (dayFirst) return namedDay(dayFirst[3], dayFirst[2], dayFirst[1])
  const monthFirst = MONTH_DAY_YEAR.exec(date)
  if (monthFirst) return namedDay(monthFirst[3], monthFirst[1], monthFirst[2])
  const [, number, month] = NUMBER_MONTH.exec(date) ?? swapped(MONTH_NUMBER.exec(date))
  const found = monthNumber(month ?? '')
  if (found === null || number === undefined) return null
  return number.length === 4
    ? monthOf(Number(number), found)
    : { kind: 'monthAnd', month: found, number: Number(number) }
}

function swapped(parts: RegExpExecArray | null): readonly (string | undefined)[] {
  return [undefined, parts?.[2], parts?.[1]]
}

function namedDay(year = '', month = '', day = ''): WrittenDate | null {
  const number = monthNumber(month)
  return number === null ? null : dayOf(fullYear(Number(year)), number, Number(day))
}

function monthOf(year: number, month: number): WrittenDate | null {
  return month >= 1 && month <= 12 ? { kind: 'monthOfYear', year, month } : null
}

/** Null where the calendar has no such day: 30 February must not become 2 March. */
function dayOf(year: number, month: number, day: number): WrittenDate | null {
  return daysSince1970(year, month, day) === null ? null : { kind: 'day', year, month, day }
}

const MS_PER_DAY = 86_400_000

/** Days from 1970-01-01 to a day; null where the calendar has no such day. */
export function daysSince1970(year: number, month: number, day: number): number | null {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return Math.round(date.getTime() / MS_PER_DAY)
}
