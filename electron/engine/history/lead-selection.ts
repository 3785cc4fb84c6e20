/** A list's filter in the terms of the tables. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { LeadFilter } from '../../contract/history.ts'
import type { LeadsBehind } from '../../contract/windows.ts'
import { bandRanges, type ScoreRange } from '../scoring/decide-label.ts'

export interface LeadSelection {
  /** Query of the search index, null for every lead. */
  readonly words: string | null
  /** Scores wanted, best first; one range for all of them. Empty: none. */
  readonly ranges: readonly ScoreRange[]
  readonly batch: number | null
  /** Only the leads that a finding speaks of. */
  readonly behind?: LeadsBehind
}

/** Every score, and every bound a cursor may take, lies in it. */
export const ALL_SCORES: ScoreRange = { from: -1, below: 2 }

/** What a filter selects, with the active model's bands. No bands means all of them. */
export function selectLeads(
  { search, bands, batch, behind }: LeadFilter,
  limits: Manifest['bands'],
): LeadSelection {
  const wanted = bands === undefined || bands.length === 0 ? [ALL_SCORES] : bandRanges(bands, limits)
  const ranges = wanted.map(({ from, below }) => ({
    from: Math.max(from, ALL_SCORES.from),
    below: Math.min(below, ALL_SCORES.below),
  }))
  return { words: searchQuery(search ?? ''), ranges, batch: batch ?? null, ...(behind && { behind }) }
}

/** Whether a selection takes every score. */
export function takesAllScores({ ranges: [range] }: Pick<LeadSelection, 'ranges'>): boolean {
  return range?.from === ALL_SCORES.from && range.below === ALL_SCORES.below
}

/** Whether a score is in one of a selection's ranges. */
export function inRanges(ranges: readonly ScoreRange[]): (score: number) => boolean {
  const [one] = ranges
  if (one && ranges.length === 1) return (score) => score >= one.from && score < one.below
  return (score) => ranges.some(({ from, below }) => score >= from && score < below)
}

/**
 * What is no part of a word for SQLite's tokenizer. It knows the letters of Unicode 6.1, without a few that were marks then,
 * and drops these accents from within a word; any other mark ends a word for it, in Hindi for instance.
 */
const BETWEEN_WORDS =
  /[^[[\p{L}\p{N}\p{Co}]--[\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]]\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331]+/v

/** Every word must begin a word of the lead; null when there is no word. */
function searchQuery(text: string): string | null {
  const words = text.split(BETWEEN_WORDS).filter((word) => word !== '')
  // In quotes, so that AND, OR and NEAR are words like any other.
  return words.length === 0 ? null : words.map((word) => `"${word}"*`).join(' AND ')
}
