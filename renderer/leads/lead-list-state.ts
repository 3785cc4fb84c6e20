/** What part of the history the list shows, and in which order. */
import type { LeadFilter, LeadOrder } from '../../electron/contract/history.ts'
import type { Band } from '../../electron/contract/lead.ts'
import type { LeadsBehind } from '../../electron/contract/windows.ts'

/** A finding of the monitor with the leads it speaks of. */
export interface BehindFinding {
  readonly filter: LeadsBehind
  /** The finding itself, shown over its leads. */
  readonly sentence: string
  /** The leads that were looked at. */
  readonly of: { readonly window: string; readonly leads: number }
}

export interface LeadListState {
  readonly search: string
  readonly bands: readonly Band[]
  readonly batch: number | null
  /** Only the leads a finding of the monitor speaks of. */
  readonly behind: BehindFinding | null
  readonly order: LeadOrder
}

export const EVERY_LEAD: LeadListState = {
  search: '',
  bands: [],
  batch: null,
  behind: null,
  order: 'best',
}

/** The filter as the contract wants it; all three bands are no filter. */
export function toLeadFilter({ search, bands, batch, behind }: LeadListState): LeadFilter {
  const words = search.trim()
  return {
    ...(words === '' ? {} : { search: words.slice(0, 200) }),
    ...(bands.length === 0 || bands.length === 3 ? {} : { bands: [...bands] }),
    ...(batch === null ? {} : { batch }),
    ...(behind === null ? {} : { behind: behind.filter }),
  }
}

/** Whether the list shows less than every lead. */
export function isFiltered(state: LeadListState): boolean {
  return Object.keys(toLeadFilter(state)).length > 0
}

/** The bands after a click on one of them. */
export function toggleBand(bands: readonly Band[], band: Band): readonly Band[] {
  return bands.includes(band) ? bands.filter((other) => other !== band) : [...bands, band]
}
