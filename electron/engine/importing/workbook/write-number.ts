/** Numbers of a workbook as text: with all their digits, dates in ISO form. */
import type { NumberFormat } from './number-format.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Day 0 of the two calendars of spreadsheets. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** Spreadsheets believe in 29 February 1900, so that days before it are off by one. */
const FALSE_LEAP_DAY = 60
/** 31 December 9999. */
const LAST_DAY = 2_958_466
/** Digits a double is sure of: hundred times 0.07 is 7, not 7.000000000000001. */
const SURE_DIGITS = 15

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** The number as a person reading the list would write it. What is no number is given back as it is. */
export function writeNumber(text: string, format: NumberFormat, from1904: boolean): string {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) return text
  if (format.kind === 'percent') return `${Number((value * 100).toPrecision(SURE_DIGITS))}%`
  if (format.kind === 'plain' || value < 0 || value >= LAST_DAY) return String(value)
  if (format.kind === 'time') return writeTime(value)
  const date = dateOf(value, from1904)
  if (format.kind === 'pattern') return format.parts.map((part) => writePart(part, date)).join('')
  const iso = date.toISOString()
  return date.getTime() % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}

function dateOf(days: number, from1904: boolean): Date {
  const shifted = !from1904 && days < FALSE_LEAP_DAY ? days + 1 : days
  const ms = (from1904 ? EPOCH_1904 : EPOCH_1900) + shifted * DAY_MS
  return new Date(Math.round(ms / 1000) * 1000)
}

/** Hours may be more than a day's: a duration. */
function writeTime(days: number): string {
  const seconds = Math.round((days * DAY_MS) / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return parts.map((part) => String(part).padStart(2, '0')).join(':')
}

function writePart(part: string, date: Date): string {
  const month = MONTHS[date.getUTCMonth()] ?? ''
  switch (part) {
    case 'd':
      return String(date.getUTCDate())
    case 'dd':
      return String(date.getUTCDate()).padStart(2, '0')
    case 'm':
      return String(date.getUTCMonth() + 1)
    case 'mm':
      return String(date.getUTCMonth() + 1).padStart(2, '0')
    case 'mmm':
      return month.slice(0, 3)
    case 'mmmm':
      return month
    case 'y':
    case 'yy':
      return String(date.getUTCFullYear() % 100).padStart(2, '0')
    case 'yyyy':
      return String(date.getUTCFullYear())
    default:
      return part.startsWith("'") ? part.slice(1) : part
  }
}
