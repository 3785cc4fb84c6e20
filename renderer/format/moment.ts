/** Points in time in the user's locale and time zone. */

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
