/** When the leads of a window were scored, in the computer's own time. */
import type { Window } from '../../../contract/windows.ts'

/** Moments from `fromMs` on and before `beforeMs`, milliseconds since 1970-01-01 UTC. */
export interface TimeRange {
  readonly fromMs: number
  readonly beforeMs: number
}

const ALWAYS: TimeRange = { fromMs: Number.NEGATIVE_INFINITY, beforeMs: Number.POSITIVE_INFINITY }

/**
 * The moments a window covers; those that do not go by time cover all. The last N days begin at midnight, so that a
 * window holds the same leads all day, and a report and the list behind it agree.
 */
export function windowRange(window: Window, nowMs: number): TimeRange {
  switch (window.kind) {
    case 'days': {
      const today = new Date(nowMs)
      return {
        fromMs: midnight(today.getFullYear(), today.getMonth(), today.getDate() - window.days),
        beforeMs: ALWAYS.beforeMs,
      }
    }
    case 'period':
      return { fromMs: dayStart(window.from, 0), beforeMs: dayStart(window.to, 1) }
    case 'all':
    case 'last':
    case 'batch':
      return ALWAYS
  }
}

/** First moment of a calendar day (`2026-11-21`), or of one some days later. */
export function dayStart(day: string, daysLater: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return midnight(year, month - 1, date + daysLater)
}

/** The calendar day of a moment, `2026-11-21`. */
export function dayOf(ms: number): string {
  const date = new Date(ms)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function midnight(year: number, month: number, date: number): number {
  const moment = new Date(2000, month, date)
  // Not in the constructor, which takes years below 100 for those of the last century.
  moment.setFullYear(year, month, date)
  moment.setHours(0, 0, 0, 0)
  return moment.getTime()
}
