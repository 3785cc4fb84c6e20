/** Reads dates in ISO form (`2026-11-21`, with or without a time) as days since 1970-01-01. */
import type { Field } from './field.ts'
import { type FieldReading, problem, quoted } from './field-reading.ts'
import { outsideRange } from './read-number.ts'

const ISO_DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/
const MS_PER_DAY = 86_400_000

/** Reads a date from trimmed, non-empty text; the day as written counts, whatever its time zone. */
export function readDate(field: Field, trimmed: string): FieldReading {
  const days = parseDays(trimmed)
  if (days === null) {
    return problem(
      'value_not_a_date',
      `${field.label} must be a date such as 2026-11-21; it is ${quoted(trimmed)}.`,
    )
  }
  return checkDays(field, days)
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

function parseDays(text: string): number | null {
  const parts = ISO_DATE.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  // The calendar rolls 2026-02-30 over to March; such a date was a mistake and must not become another day.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null
  return Math.round(date.getTime() / MS_PER_DAY)
}

function showDay(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10)
}
