/** One part of a date given as days since 1970-01-01. */
import type { Feature } from '../bundle/feature.ts'

export type DatePart = Extract<Feature, { kind: 'datePart' }>['part']

/** The part as a number: months and days count from 1, Monday is 1. Proleptic Gregorian calendar, no time zone. */
export function datePart(days: number, part: DatePart): number {
  if (part === 'daysSinceEpoch') return days
  // 1970-01-01 was a Thursday.
  if (part === 'dayOfWeek') return ((((days + 3) % 7) + 7) % 7) + 1
  const date = civilDate(days)
  return date[part]
}

/**
 * Year, month and day by integer arithmetic over 400-year eras of 146,097 days that begin on 1 March, so that the leap
 * day comes last (Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days).
 */
function civilDate(days: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth }
}
