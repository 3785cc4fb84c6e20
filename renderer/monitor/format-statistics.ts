/** Chances and shares where small ones matter. */

/** A p-value as a chance: 0.2%, 12%, under 0.1%. */
export function formatP(p: number, locale?: string): string {
  const share = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value)
  if (p < 0.001) return `under ${share(0.001, 1)}`
  return share(p, p < 0.1 ? 1 : 0)
}

/** A share that is never shown as none or all when it is neither: 0.4%, under 0.1%. */
export function formatSmallShare(share: number, locale?: string): string {
  const write = (value: number, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value)
  if (share > 0 && share < 0.001) return `under ${write(0.001, 1)}`
  if (share < 1 && share > 0.999) return `over ${write(0.999, 1)}`
  return write(share, share < 0.1 || share > 0.9 ? 1 : 0)
}

/** The size of a difference, in four digits at most; what is nearly nothing is not written out. */
export function formatDifference(value: number, locale?: string): string {
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 })
  return value > 0 && value < 0.0001 ? `under ${format.format(0.0001)}` : format.format(value)
}
