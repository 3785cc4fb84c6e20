/** What a lead has in a field, as a person reads it. */
import type { Field, FieldValue } from '../../electron/contract/app-info.ts'
import { formatEpochDay } from './moment.ts'
import { formatNumber, formatYear } from './numbers.ts'

/** The value with its option's label, its unit or its date; null where nothing was given. */
export function formatFieldValue(
  field: Field,
  value: FieldValue | undefined,
  locale?: string,
): string | null {
  if (value === null || value === undefined || value === '') return null
  const option = field.options?.find((candidate) => candidate.value === String(value))
  if (option) return option.label ?? option.value
  if (typeof value === 'string') return value
  if (field.type === 'date') return formatEpochDay(value, locale)
  const figures = isYear(field) ? formatYear(value, locale) : formatNumber(value, locale)
  return field.unit ? `${figures} ${field.unit}` : figures
}

/** The range of a number field in words, or null where there is none. */
export function formatRange(field: Field, locale?: string): string | null {
  if (field.type !== 'number' && field.type !== 'integer') return null
  const show = (value: number) => (isYear(field) ? formatYear(value, locale) : formatNumber(value, locale))
  const { min, max } = field
  if (min !== undefined && max !== undefined) return `${show(min)} to ${show(max)}`
  if (min !== undefined) return `from ${show(min)}`
  return max === undefined ? null : `up to ${show(max)}`
}

// A manifest has no type for years; a whole number that must lie between such limits is one.
/** Whether a field holds years, which are written without grouping. */
export function isYear(field: Field): boolean {
  return (
    field.type === 'integer' && (field.min ?? 0) >= 1000 && (field.max ?? Number.POSITIVE_INFINITY) <= 3000
  )
}
