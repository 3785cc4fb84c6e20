/** Points in time in the user's locale and time zone, and calendar days in the engine's words. */

/** A day: 21 Nov 2026. */
export function formatDay(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(iso))
}

/** Day and time in full, for details. */
export function formatMoment(iso: string, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' }).format(new Date(iso))
}

/** Short for lists: the time today, the day without year this year, else the full day. */
export function formatWhen(iso: string, now: Date, locale?: string): string {
  const then = new Date(iso)
  if (then.toDateString() === now.toDateString()) {
    return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(then)
  }
  if (then.getFullYear() === now.getFullYear()) {
    return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }).format(then)
  }
  return formatDay(iso, locale)
}

/** Days since 1970-01-01, as dates are stored in fields, as a day; the same in every time zone. */
export function formatEpochDay(days: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(days * 86_400_000),
  )
}

/** Points in time of a trend, hour by hour or day by day: with the hour as soon as two are of the same day. */
export function formatTrendTimes(isos: readonly string[], locale?: string): readonly string[] {
  const moments = isos.map((iso) => new Date(iso))
  const days = new Set(moments.map((moment) => moment.toDateString()))
  const options: Intl.DateTimeFormatOptions =
    days.size < moments.length
      ? { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }
      : { day: 'numeric', month: 'short' }
  const format = new Intl.DateTimeFormat(locale, options)
  return moments.map((moment) => format.format(moment))
}

/**
 * From one calendar day to another, `2026-11-02` and `2026-11-08`: 2 Nov 2026 to 8 Nov 2026; the same in every time zone.
 * Periods are named in sentences of the engine too: here they have its words and its order, whatever the locale.
 */
export function formatDays(from: string, to: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { ...DAY_AND_MONTH, year: 'numeric' })
  const [first, last] = [format.format(startOf(from)), format.format(startOf(to))]
  return first === last ? first : `${first} to ${last}`
}

/** Stretches of days along an axis: 2 – 8 Nov, with the year where they are not all of one. */
export function formatDaySpans(
  spans: readonly { readonly from: string; readonly to: string }[],
): readonly string[] {
  const format = axisFormat(spans.flatMap(({ from, to }) => [from, to]))
  return spans.map(({ from, to }) => format.formatRange(startOf(from), startOf(to)))
}

/** Calendar days along an axis, `2026-11-21`: 21 Nov, with the year where they are not all of one. */
export function formatDayNames(days: readonly string[]): readonly string[] {
  const format = axisFormat(days)
  return days.map((day) => format.format(startOf(day)))
}

/** A calendar day is the same in every time zone. */
const DAY_AND_MONTH = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}

function axisFormat(days: readonly string[]): Intl.DateTimeFormat {
  const years = new Set(days.map((day) => day.slice(0, 4)))
  return new Intl.DateTimeFormat('en-GB', {
    ...DAY_AND_MONTH,
    ...(years.size > 1 && { year: 'numeric' as const }),
  })
}
