/** Days as a chart needs them. */
import type { HealthReport } from '../../../electron/contract/performance.ts'

type Day = HealthReport['days'][number]

const DAY_MS = 86_400_000

/** Days a chart holds side by side. */
const MOST = 120

/**
 * Every day from the first to the last, with zeros where nothing was tried: a gap is an answer too. As they are where the
 * days lie further apart than a chart can hold.
 */
export function everyDay(days: readonly Day[]): readonly Day[] {
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last) return days
  const [from, to] = [epochDay(first.day), epochDay(last.day)]
  if (to - from >= MOST) return days
  const known = new Map(days.map((day) => [epochDay(day.day), day]))
  return Array.from({ length: to - from + 1 }, (_, place) => {
    const day = new Date((from + place) * DAY_MS).toISOString().slice(0, 10)
    return known.get(from + place) ?? { day, predictions: 0, operations: 0, failed: 0 }
  })
}

/** Days since 1970-01-01 of `2026-11-21`; the same in every time zone. */
export function epochDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}
