/** A score as a chance a person can read. */

/**
 * A score as per cent with one decimal, cut rather than rounded: a lead at 69.96 % must not read "70.0 %" beside a band
 * that begins at 70 %.
 */
export function formatChance(score: number, locale?: string): string {
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'floor',
  }).format(settle(score))
}

/** The same in parts, for a display that sets the figures larger than the sign. */
export function chanceParts(
  score: number,
  locale?: string,
): { readonly figures: string; readonly rest: string } {
  const parts = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    roundingMode: 'floor',
  }).formatToParts(settle(score))
  const text = (wanted: (type: string) => boolean) =>
    parts
      .filter(({ type }) => wanted(type))
      .map(({ value }) => value)
      .join('')
  return {
    figures: text((type) => type === 'integer' || type === 'group'),
    rest: text((type) => !['integer', 'group'].includes(type)),
  }
}

/** A share such as a band's limit, in whole per cent. */
export function formatShare(share: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** "73 in 100": how often, without decimals and never 0 or 100 for a score that is neither. */
export function timesInHundred(score: number): number {
  const times = Math.round(score * 100)
  if (times === 0 && score > 0) return 1
  if (times === 100 && score < 1) return 99
  return times
}

/** Takes off the last binary digits, so that 0.7 (0.7 * 100 = 70.00000000000001) and 0.29 stand on the right side of the cut. */
function settle(score: number): number {
  return Number(score.toPrecision(12))
}
