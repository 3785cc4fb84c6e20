/** Reads numbers as people write them, and checks them against the field's range. */
import type { Field } from './field.ts'
import { type FieldReading, type FieldRepair, problem, quoted } from './field-reading.ts'
import { daysSince1970, parseDate, type WrittenDate } from './parse-date.ts'
import { numberValue, parseNumber, type WrittenNumber } from './parse-number.ts'
import type { ReadingRules } from './reading-rules.ts'

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/
/** So many decimals are thousands to whoever writes points between them: such a number needs its column. */
const MAYBE_THOUSANDS = /\d\.\d{3}$/
/** Two places: per cent. */
const PERCENT_PLACES = 2

/** Reads a number from trimmed, non-empty text and checks it against the field's range. */
export function readNumber(field: Field, trimmed: string, rules: ReadingRules): FieldReading {
  // The way of nearly all numbers.
  if (rules.scale === 'plain' && PLAIN_NUMBER.test(trimmed) && !MAYBE_THOUSANDS.test(trimmed)) {
    const value = Number(trimmed)
    const saysMore = rules.decimal === ',' && trimmed.includes('.')
    if (Number.isFinite(value) && !saysMore) return checkNumber(field, value, rules)
  }
  const parsed = parseNumber(trimmed, rules.decimal)
  switch (parsed.kind) {
    case 'number':
      return readWritten(field, trimmed, parsed.number, rules)
    case 'ambiguous':
      return readAmbiguous(field, trimmed, parsed, rules)
    case 'none':
      return readYearOfDate(field, trimmed, rules) ?? notANumber(field, trimmed)
  }
}

/** Checks a finite number: whole where the field says so, within its range, and no year to come. */
export function checkNumber(field: Field, value: number, rules?: ReadingRules): FieldReading {
  if (field.type === 'integer' && !Number.isInteger(value)) {
    return problem('value_not_a_number', `${field.label} must be ${kind(field)}; it is ${value}.`)
  }
  const range = outsideRange(field, value, String)
  if (range) return problem('value_out_of_range', `${field.label} must be ${range}; it is ${value}.`)
  const thisYear = rules?.thisYear ?? null
  if (thisYear !== null && value > thisYear && isYearField(field)) {
    return problem('year_suspect', `${field.label} must be a year that has been; it is ${value}.`)
  }
  // -0 and 0 are one value to a person and two to a byte comparison.
  return { ok: true, value: value === 0 ? 0 : value }
}

/** The field's range in words when the value is outside it, else null. */
export function outsideRange(field: Field, value: number, show: (value: number) => string): string | null {
  const { min, max } = field
  if ((min === undefined || value >= min) && (max === undefined || value <= max)) return null
  if (min !== undefined && max !== undefined) return `between ${show(min)} and ${show(max)}`
  return min === undefined ? `at most ${show(max ?? value)}` : `at least ${show(min)}`
}

/** Whether a field holds years: whole numbers that can be nothing else. */
export function isYearField({ type, min, max }: Field): boolean {
  return type === 'integer' && min !== undefined && min >= 1000 && max !== undefined && max < 3000
}

/** By how many places the point moves between what is written and what the field means; null when `%` makes no sense there. */
function movedPlaces(field: Field, { percent }: WrittenNumber, { scale }: ReadingRules): number | null {
  if (percent) {
    if (field.max === 1) return -PERCENT_PLACES
    return field.max === 100 || field.unit === '%' ? 0 : null
  }
  if (scale === 'plain') return 0
  return scale === 'percent' ? -PERCENT_PLACES : PERCENT_PLACES
}

function readWritten(
  field: Field,
  trimmed: string,
  written: WrittenNumber,
  rules: ReadingRules,
): FieldReading {
  const places = movedPlaces(field, written, rules)
  const value = places === null ? Number.NaN : numberValue(written, places)
  if (!Number.isFinite(value)) return notANumber(field, trimmed)
  const reading = checkNumber(field, value, rules)
  // A form of its own among its neighbours: beyond doubt, but worth saying.
  const unexpected = written.mark !== null && written.mark !== (rules.decimal ?? '.')
  return reading.ok && unexpected ? { ...reading, repaired: readAs(field, trimmed, value) } : reading
}

/** Decimals or thousands: read when only one of them is a value of the field. */
function readAmbiguous(
  field: Field,
  trimmed: string,
  { decimals, thousands }: { readonly decimals: WrittenNumber; readonly thousands: WrittenNumber },
  rules: ReadingRules,
): FieldReading {
  const few = readWritten(field, trimmed, { ...decimals, mark: null }, rules)
  const many = readWritten(field, trimmed, thousands, rules)
  // What any program writes with a point is a plain number; only where that cannot be are its points thousands.
  if (decimals.mark === '.' && (few.ok || !many.ok)) return few
  if (few.ok && many.ok) {
    const either = `${quoted(trimmed)} could be ${few.value} or ${many.value}`
    return problem('value_not_a_number', `${field.label} must be ${kind(field)}; ${either}.`)
  }
  const read = few.ok ? few : many
  if (!read.ok) return notANumber(field, trimmed)
  return { ...read, repaired: readAs(field, trimmed, Number(read.value)) }
}

function readAs(field: Field, trimmed: string, value: number): FieldRepair {
  return { code: 'number_locale', message: `${field.label} ${quoted(trimmed)} was read as ${value}.` }
}

/**
 * A year that a spreadsheet turned into a date: `2012-05-01`, or `1905-07-04`, which is how it shows the plain number
 * 2012 in a cell made for dates.
 */
function readYearOfDate(field: Field, trimmed: string, rules: ReadingRules): FieldReading | null {
  if (!isYearField(field)) return null
  const date = parseDate(trimmed)
  if (date === null || date.kind === 'monthAnd') return null
  const year = date.kind === 'numbers' ? date.parts[2] : (numberShownAs(date) ?? date.year)
  if (year < 1000) return null
  const reading = checkNumber(field, year, rules)
  if (!reading.ok) return reading
  const message = `${field.label} ${quoted(trimmed)} was read as ${year}: a spreadsheet made a date of it.`
  return { ...reading, repaired: { code: 'value_date_mangled', message } }
}

/** Days from the first day of a spreadsheet's calendar to 1970-01-01. */
const CALENDAR_DAYS = 25_569

/** The number a spreadsheet shows as this day, if it is a year of our time. */
function numberShownAs(date: WrittenDate): number | null {
  if (date.kind !== 'day') return null
  const number = (daysSince1970(date.year, date.month, date.day) ?? 0) + CALENDAR_DAYS
  return number >= 1900 && number <= 2100 ? number : null
}

function notANumber(field: Field, trimmed: string): FieldReading {
  return problem('value_not_a_number', `${field.label} must be ${kind(field)}; it is ${quoted(trimmed)}.`)
}

function kind(field: Field): string {
  return field.type === 'integer' ? 'a whole number' : 'a number'
}
