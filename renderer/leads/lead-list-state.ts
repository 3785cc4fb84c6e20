/** What part of the history the list shows, and in which order. */
import type { LeadFilter, LeadOrder } from '../../electron/contract/history.ts'
import type { Band } from '../../electron/contract/lead.ts'

export interface LeadListState {
  readonly search: string
  readonly bands: readonly Band[]
  readonly batch: number | null
  readonly order: LeadOrder
}

export const EVERY_LEAD: LeadListState = { search: '', bands: [], batch: null, order: 'best' }

/** The filter as the contract wants it; all three bands are no filter. */
export function toLeadFilter({ search, bands, batch }: LeadListState): LeadFilter {
  const words = search.trim()
  return {
    ...(words === '' ? {} : { search: words.slice(0, 200) }),
    ...(bands.length === 0 || bands.length === 3 ? {} : { bands: [...bands] }),
    ...(batch === null ? {} : { batch }),
  }
}

export function isFiltered(state: LeadListState): boolean {
  return Object.keys(toLeadFilter(state)).length > 0
}

/** The bands after a click on one of them. */
export function toggleBand(bands: readonly Band[], band: Band): readonly Band[] {
  return bands.includes(band) ? bands.filter((other) => other !== band) : [...bands, band]
}
