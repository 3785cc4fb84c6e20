/** Weeks and months of the computer's own time, and how thin ones are put together. */
import type { TimelineRequest } from '../../../contract/drift.ts'
import { dayOf } from '../windows/window-range.ts'

/** One week or month, or several. */
export interface Period {
  /** First and last day, `2026-11-21`, both included. */
  readonly from: string
  readonly to: string
  readonly merged: boolean
}

/** The week (from Monday) or month of a moment. */
export function periodOf(ms: number, step: TimelineRequest['step']): Period {
  const date = new Date(ms)
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()]
  const monday = day - ((date.getDay() + 6) % 7)
  const [first, last] =
    step === 'week'
      ? [new Date(year, month, monday), new Date(year, month, monday + 6)]
      : [new Date(year, month, 1), new Date(year, month + 1, 0)]
  return { from: dayOf(first.getTime()), to: dayOf(last.getTime()), merged: false }
}

/**
 * Puts periods with fewer than `least` leads together with those that follow, until there are enough; the last ones, if
 * too few, join the one before. In order of time.
 */
export function mergeThin<T extends { readonly period: Period; readonly leads: number }>(
  periods: readonly T[],
  least: number,
): readonly { readonly period: Period; readonly parts: readonly T[] }[] {
  const groups: T[][] = []
  let open: T[] = []
  const leadsOf = (parts: readonly T[]) => parts.reduce((sum, { leads }) => sum + leads, 0)
  for (const period of periods) {
    open.push(period)
    if (leadsOf(open) < least) continue
    groups.push(open)
    open = []
  }
  const last = groups.at(-1)
  if (open.length > 0 && last) last.push(...open)
  else if (open.length > 0) groups.push(open)
  return groups.map((parts) => ({ period: joined(parts), parts }))
}

function joined(parts: readonly { readonly period: Period }[]): Period {
  const from = parts[0]?.period.from ?? ''
  const to = parts.at(-1)?.period.to ?? ''
  return { from, to, merged: parts.length > 1 }
}
