/** Everything a search finds, by the search index. */
import type { Cursor, LeadOrder } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { idsInBatch, type Place, placesInBatch, type Wanted } from './find-in-batch.ts'
import { inRanges, type LeadSelection, takesAllScores } from './lead-selection.ts'
import { rankedStrides } from './ranked-strides.ts'

/** What a search found. */
export interface Hits {
  readonly total: number
  /** A page of ids, from after the cursor on. */
  page(order: LeadOrder, after: Cursor | null, limit: number): number[]
}

/**
 * Up to this many hits are sorted, a microsecond each. More are met soon enough on a walk down the ranked list, because
 * there are many.
 */
const FEW = 20_000

/** Finds a selection's words; `words` is its query. */
export function findAllHits(db: ReadHandle, selection: LeadSelection, words: string): Hits {
  const matches = db
    .prepare<{ words: string }, number>('SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid')
    .pluck()
    .all({ words })
  return matches.length <= FEW ? fewHits(db, selection, matches) : manyHits(db, selection, matches)
}

function fewHits(db: ReadHandle, { ranges, batch }: LeadSelection, matches: readonly number[]): Hits {
  const within = inRanges(ranges)
  const compareHits = (a: Place, b: Place) => a[0] - b[0] || a[1] - b[1]
  const hits = db
    .prepare<Record<string, string | number>, Place>(
      `SELECT score, id FROM prediction WHERE id IN (SELECT value FROM json_each(:ids))
         ${batch === null ? '' : 'AND batch_id = :batch'}`,
    )
    .raw()
    .all({ ids: JSON.stringify(matches), ...(batch === null ? {} : { batch }) })
    .filter(([score]) => within(score))
  return {
    total: hits.length,
    page(order, after, limit) {
      const byScore = order === 'best' || order === 'worst'
      const direction = order === 'best' || order === 'newest' ? -1 : 1
      const compare = (a: Place, b: Place) => direction * (byScore ? compareHits(a, b) : a[1] - b[1])
      return hits
        .filter((hit) => after === null || compare(hit, [after.score, after.id]) > 0)
        .sort(compare)
        .slice(0, limit)
        .map(([, id]) => id)
    },
  }
}

function manyHits(db: ReadHandle, selection: LeadSelection, matches: readonly number[]): Hits {
  const { ranges, batch } = selection
  const isMatch = new Uint8Array((matches.at(-1) ?? 0) + 1)
  for (const id of matches) isMatch[id] = 1
  const inBand = inRanges(ranges)
  const wanted: Wanted = (score, id) => isMatch[id] === 1 && inBand(score)
  const selected =
    batch !== null
      ? idsInBatch(db, batch, wanted, 'oldest', 0, Number.POSITIVE_INFINITY)
      : takesAllScores(selection)
        ? matches
        : matchesInRanges(db, ranges, isMatch)
  return {
    total: selected.length,
    page(order, after, limit) {
      if (order === 'best' || order === 'worst') {
        return batch === null
          ? takeMatches(rankedStrides(db, ranges, order, after), isMatch, limit)
          : placesInBatch(db, batch, wanted, order, after, limit).map(([, id]) => id)
      }
      const later = selected.filter(
        (id) => after === null || (order === 'newest' ? id < after.id : id > after.id),
      )
      return order === 'newest' ? later.slice(-limit).reverse() : later.slice(0, limit)
    },
  }
}

function matchesInRanges(db: ReadHandle, ranges: LeadSelection['ranges'], isMatch: Uint8Array): number[] {
  const all = takeMatches(rankedStrides(db, ranges, 'worst', null), isMatch, Number.POSITIVE_INFINITY)
  return all.sort((a, b) => a - b)
}

function takeMatches(strides: Iterable<readonly number[]>, isMatch: Uint8Array, limit: number): number[] {
  const taken: number[] = []
  for (const stride of strides) {
    for (const id of stride) {
      if (isMatch[id] !== 1) continue
      taken.push(id)
      if (taken.length >= limit) return taken
    }
  }
  return taken
}
