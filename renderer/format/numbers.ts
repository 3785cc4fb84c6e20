/** Counts, sizes and durations in the user's locale. */

/** A count with the locale's grouping. */
export function formatCount(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** A count where room is short: 1.2M. */
export function formatShortCount(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count)
}

/** A value with as many digits as it has, up to six. */
export function formatNumber(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6 }).format(value)
}

/** A year is written without grouping in every locale. */
export function formatYear(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { useGrouping: false }).format(value)
}

/** Milliseconds as a person reads them: 0.8 ms, 12 ms, 1.4 s. */
export function formatMs(milliseconds: number, locale?: string): string {
  if (milliseconds >= 1000) return unit(milliseconds / 1000, 'second', 1, locale)
  const digits = milliseconds < 0.1 ? 2 : milliseconds < 10 ? 1 : 0
  return unit(milliseconds, 'millisecond', digits, locale)
}

/** The same in two digits, where narrow bins must not read alike: 0.016 ms, 0.02 ms. */
export function formatFineMs(milliseconds: number, locale?: string): string {
  const fine = Number(milliseconds.toPrecision(2))
  if (fine >= 1000) return unit(fine / 1000, 'second', 1, locale)
  return unit(fine, 'millisecond', 6, locale)
}

/** An estimated count, in no more digits than an estimate can have: 1,169,318 is "about 1,200,000". */
export function formatEstimate(count: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }).format(count)
}

/** A stretch of time that has passed: less than a second, 1.4 seconds, 12 seconds, 3 minutes 20 seconds. */
export function formatSeconds(seconds: number, locale?: string): string {
  if (seconds < 1) return 'less than a second'
  if (seconds < 10) return longUnit(seconds, 'second', 1, locale)
  const whole = Math.round(seconds)
  if (whole < 60) return longUnit(whole, 'second', 0, locale)
  return inTwoUnits(whole, locale)
}

/** Time left, in steps that do not jump about: about 1 minute. */
export function formatTimeLeft(seconds: number, locale?: string): string {
  if (seconds < 5) return 'a few seconds left'
  if (seconds < 55) return `about ${longUnit(Math.ceil(seconds / 5) * 5, 'second', 0, locale)} left`
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return `about ${longUnit(minutes, 'minute', 0, locale)} left`
  return `about ${longUnit(Math.round(minutes / 60), 'hour', 0, locale)} left`
}

/** Bytes in the largest unit that leaves a readable number. */
export function formatBytes(bytes: number, locale?: string): string {
  // The short form of "byte" has no plural.
  if (bytes < 1000) return longUnit(bytes, 'byte', 0, locale)
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(3, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return unit(value, units[step] ?? 'gigabyte', value < 10 ? 1 : 0, locale)
}

/** One of two words by number, as English needs it; the interface is written in English. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many
}

function unit(value: number, name: string, digits: number, locale?: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: name,
    unitDisplay: 'short',
    maximumFractionDigits: digits,
  }).format(value)
}

// Long unit names stand inside English sentences, so only the figures follow the locale.
function longUnit(value: number, name: string, digits: number, locale?: string): string {
  const figures = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  return `${figures} ${plural(value, name, `${name}s`)}`
}

function inTwoUnits(seconds: number, locale?: string): string {
  const [large, small, size] =
    seconds < 3600 ? (['minute', 'second', 60] as const) : (['hour', 'minute', 3600] as const)
  const rest = Math.floor((seconds % size) / (size / 60))
  const first = longUnit(Math.floor(seconds / size), large, 0, locale)
  return rest === 0 ? first : `${first} ${longUnit(rest, small, 0, locale)}`
}
