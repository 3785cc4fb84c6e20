/** Reads numbers in plain form: `-?digits[.digits][e..]`. Locale forms belong to the importer. */
import type { Field } from './field.ts'
import { type FieldReading, problem, quoted } from './field-reading.ts'

const PLAIN_NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/

/** One comma between digits: what to write instead can be said. Reading it belongs to the importer, which sees the whole column. */
const NUMBER_WITH_COMMA = /^[+-]?\d+,\d+$/

const WITHOUT_COMMA = {
  integer: 'Write it without the comma.',
  number: 'Write decimals with a point.',
} as const

/** Reads a number from trimmed, non-empty text and checks it against the field's range. */
export function readNumber(field: Field, trimmed: string): FieldReading {
  const value = PLAIN_NUMBER.test(trimmed) ? Number(trimmed) : Number.NaN
  if (!Number.isFinite(value)) {
    const remedy = NUMBER_WITH_COMMA.test(trimmed)
      ? ` ${WITHOUT_COMMA[field.type === 'integer' ? 'integer' : 'number']}`
      : ''
    return problem(
      'value_not_a_number',
      `${field.label} must be ${kind(field)}; it is ${quoted(trimmed)}.${remedy}`,
    )
  }
  return checkNumber(field, value)
}

/** Checks a finite number: whole where the field says so, and within its range. */
export function checkNumber(field: Field, value: number): FieldReading {
  if (field.type === 'integer' && !Number.isInteger(value)) {
    return problem('value_not_a_number', `${field.label} must be ${kind(field)}; it is ${value}.`)
  }
  const range = outsideRange(field, value, String)
  if (range) return problem('value_out_of_range', `${field.label} must be ${range}; it is ${value}.`)
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

function kind(field: Field): string {
  return field.type === 'integer' ? 'a whole number' : 'a number'
}
