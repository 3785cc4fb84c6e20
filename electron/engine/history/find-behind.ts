/** Lists of the leads that a finding of the monitor speaks of. */
import type { Cursor, LeadOrder } from '../../contract/history.ts'
import type { LeadsBehind } from '../../contract/windows.ts'
import type { ReadHandle } from './connection.ts'
import { inRanges, type LeadSelection } from './lead-selection.ts'
import { byAscendingScore, type ScoredIds } from './score-order.ts'

/** The way to the leads behind a finding. */
export interface FindBehind {
  /** Of one batch or of all: listed leads alone, ids ascending. */
  find(behind: LeadsBehind, batch: number | null): ScoredIds
  /** What an answer depends on besides the history: found leads are the same while it is. */
  asOf(): string
}

/** Leads that were found, to be looked at in any order. */
export interface FoundBehind {
  readonly total: number
  /** A page of ids, from after the cursor on. */
  page(order: LeadOrder, after: Cursor | null, limit: number): number[]
}

/** Leads behind a finding that a list's other filters leave; `words` is the query of the search index. */
export function findBehind(
  db: ReadHandle,
  { ranges, batch, words }: LeadSelection,
  behind: LeadsBehind,
  { find }: FindBehind,
): FoundBehind {
  const inBand = inRanges(ranges)
  const hits = words === null ? null : searchHits(db, words)
  const found = keep(find(behind, batch), (score, id) => inBand(score) && (hits === null || hits.has(id)))
  let byScore: Uint32Array | null = null
  return {
    total: found.ids.length,
    page(order, after, limit) {
      const { ids, scores } = found
      if (order === 'newest' || order === 'oldest') {
        const compare = after && ((place: number) => (ids[place] as number) - after.id)
        return pageOf(ids.length, order === 'newest', compare, limit).map((place) => ids[place] as number)
      }
      byScore ??= sortByScore(found)
      const sorted = byScore
      const at = (place: number) => sorted[place] as number
      const compare =
        after &&
        ((place: number) =>
          (scores[at(place)] as number) - after.score || (ids[at(place)] as number) - after.id)
      return pageOf(ids.length, order === 'best', compare, limit).map((place) => ids[at(place)] as number)
    },
  }
}

/**
 * Places of a page in an ascending order, or backwards through it. `compare` says how a place lies to the cursor; null:
 * there is none, and the page is the first.
 */
function pageOf(
  count: number,
  backwards: boolean,
  compare: ((place: number) => number) | null,
  limit: number,
): number[] {
  if (backwards) {
    const end = compare ? firstWhere(count, (place) => compare(place) >= 0) : count
    return Array.from({ length: Math.min(limit, end) }, (_, i) => end - 1 - i)
  }
  const first = compare ? firstWhere(count, (place) => compare(place) > 0) : 0
  return Array.from({ length: Math.min(limit, count - first) }, (_, i) => first + i)
}

/** The first place for which something holds, when it holds for all after it. */
function firstWhere(count: number, holds: (place: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function keep({ ids, scores }: ScoredIds, wanted: (score: number, id: number) => boolean): ScoredIds {
  const kept = { ids: new Float64Array(ids.length), scores: new Float32Array(ids.length) }
  let count = 0
  for (let i = 0; i < ids.length; i += 1) {
    const [id, score] = [ids[i] as number, scores[i] as number]
    if (!wanted(score, id)) continue
    kept.ids[count] = id
    kept.scores[count] = score
    count += 1
  }
  return { ids: kept.ids.subarray(0, count), scores: kept.scores.subarray(0, count) }
}

function searchHits(db: ReadHandle, words: string): ReadonlySet<number> {
  return new Set(
    db
      .prepare<{ words: string }, number>('SELECT rowid FROM search WHERE search MATCH :words')
      .pluck()
      .all({ words }),
  )
}

function sortByScore(found: ScoredIds): Uint32Array {
  const sorted = new Uint32Array(found.ids.length)
  let next = 0
  for (const portion of byAscendingScore(found)) {
    sorted.set(portion, next)
    next += portion.length
  }
  return sorted
}
