/** Reads dates as days since 1970-01-01: `2026-11-21`, `21.11.2026`, `21 Nov 2026`, and `03/05/2026` where its order is known. */
import type { Field } from './field.ts'
import { type FieldReading, problem, quoted } from './field-reading.ts'
import { daysSince1970, fullYear, parseDate } from './parse-date.ts'
import { outsideRange } from './read-number.ts'
import type { ReadingRules } from './reading-rules.ts'

const MS_PER_DAY = 86_400_000
type Order = Exclude<ReadingRules['dates'], null>

/** Reads a date from trimmed, non-empty text; the day as written counts, whatever its time zone. */
export function readDate(field: Field, trimmed: string, rules: ReadingRules): FieldReading {
  const date = parseDate(trimmed)
  if (date?.kind === 'day') return checkDays(field, daysSince1970(date.year, date.month, date.day) ?? 0)
  if (date?.kind !== 'numbers') return notADate(field, trimmed)
  const orders = possibleOrders(date.parts)
  const [first] = orders
  if (first === undefined) return notADate(field, trimmed)
  const known = orders.find((order) => order === rules.dates)
  if (known !== undefined) return checkDays(field, daysIn(date.parts, known) ?? 0)
  const [days, other] = [...new Set(orders.map((order) => daysIn(date.parts, order) ?? 0))]
  if (days === undefined) return notADate(field, trimmed)
  if (other !== undefined) {
    const either = `${quoted(trimmed)} could be ${showDay(days)} or ${showDay(other)}`
    return problem('value_not_a_date', `${field.label} must be a date; ${either}.`)
  }
  const reading = checkDays(field, days)
  if (!reading.ok || rules.dates === null) return reading
  const message = `${field.label} ${quoted(trimmed)} was read as ${showDay(days)}.`
  return { ...reading, repaired: { code: 'value_repaired', message } }
}

/** Checks days since 1970-01-01: whole and within the field's range. */
export function checkDays(field: Field, days: number): FieldReading {
  if (!Number.isInteger(days) || Math.abs(days) > 100_000_000) {
    return problem(
      'value_not_a_date',
      `${field.label} must be a date (whole days since 1970-01-01); it is ${days}.`,
    )
  }
  const range = outsideRange(field, days, showDay)
  if (range) return problem('value_out_of_range', `${field.label} must be ${range}; it is ${showDay(days)}.`)
  return { ok: true, value: days === 0 ? 0 : days }
}

/** The orders in which three numbers are a day of the calendar. Year first is none where the last number is a year. */
export function possibleOrders(parts: readonly [number, number, number]): Order[] {
  const orders: readonly Order[] = parts[2] > 99 ? ['dmy', 'mdy'] : ['dmy', 'mdy', 'ymd']
  return orders.filter((order) => daysIn(parts, order) !== null)
}

function daysIn([a, b, c]: readonly [number, number, number], order: Order): number | null {
  switch (order) {
    case 'dmy':
      return daysSince1970(fullYear(c), b, a)
    case 'mdy':
      return daysSince1970(fullYear(c), a, b)
    case 'ymd':
      return daysSince1970(fullYear(a), b, c)
  }
}

function notADate(field: Field, trimmed: string): FieldReading {
  return problem(
    'value_not_a_date',
    `${field.label} must be a date such as 2026-11-21; it is ${quoted(trimmed)}.`,
  )
}

function showDay(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10)
}
