/** How many leads the list holds, in words. */
import { formatCount, formatEstimate, plural } from '../format/numbers.ts'

interface Counted {
  readonly total: number
  readonly totalIsEstimate: boolean
  /** Every lead there is, where the list shows only some; null where it shows all. */
  readonly all: number | null
}

/** The number of leads, of all where the list was narrowed, in words. */
export function countWords({ total, totalIsEstimate, all }: Counted, locale?: string): string {
  const found = totalIsEstimate ? `About ${formatEstimate(total, locale)}` : formatCount(total, locale)
  const ofAll = all === null ? '' : ` of ${formatCount(all, locale)}`
  return `${found}${ofAll} ${plural(all ?? total, 'lead', 'leads')}`
}

/** What a search may have missed while words are still being indexed. */
export function unsearchedWords(unsearched: number, locale?: string): string {
  return `${formatCount(unsearched, locale)} new ${plural(unsearched, 'one is', 'ones are')} not searched yet`
}
