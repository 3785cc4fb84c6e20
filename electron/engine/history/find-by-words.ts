/** Pages of a search. */
import type { Cursor, LeadOrder } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { idsInBatch, placesInBatch, type Wanted } from './find-in-batch.ts'
import { inRanges, type LeadSelection, takesAllScores } from './lead-selection.ts'
import { rankedStrides } from './ranked-strides.ts'

/** What a search found. */
export interface FoundByWords {
  readonly total: number
  /** A page of ids, from after the cursor on. */
  page(order: LeadOrder, after: Cursor | null, limit: number): number[]
}

/**
 * Up to this many hits are sorted by SQLite, a microsecond each. More are met soon enough on a walk down the ranked
 * list, because there are many.
 */
const FEW = 20_000

/** Looks for a selection's words; `words` is its query. */
export function findByWords(db: ReadHandle, selection: LeadSelection, words: string): FoundByWords {
  const count = db
    .prepare<{ words: string }, number>('SELECT count(*) FROM search WHERE search MATCH :words')
    .pluck()
    .get({ words })
  return (count ?? 0) <= FEW ? findFew(db, selection, words) : findMany(db, selection, words)
}

/** A hit; the smaller comes first in the order `worst`. */
type Hit = readonly [score: number, id: number]
const compareHits = (a: Hit, b: Hit) => a[0] - b[0] || a[1] - b[1]

function findFew(db: ReadHandle, { ranges, batch }: LeadSelection, words: string): FoundByWords {
  const scores = ranges.map(({ from, below }) => `(p.score >= ${from} AND p.score < ${below})`).join(' OR ')
  const hits = db
    .prepare<Record<string, string | number>, Hit>(
      `SELECT p.score, p.id FROM search JOIN prediction AS p ON p.id = search.rowid
       WHERE search MATCH :words AND (${scores}) ${batch === null ? '' : 'AND p.batch_id = :batch'}`,
    )
    .raw()
    .all(batch === null ? { words } : { words, batch })
  return {
    total: hits.length,
    page(order, after, limit) {
      const byScore = order === 'best' || order === 'worst'
      const direction = order === 'best' || order === 'newest' ? -1 : 1
      const compare = (a: Hit, b: Hit) => direction * (byScore ? compareHits(a, b) : a[1] - b[1])
      return hits
        .filter((hit) => after === null || compare(hit, [after.score, after.id]) > 0)
        .sort(compare)
        .slice(0, limit)
        .map(([, id]) => id)
    },
  }
}

function findMany(db: ReadHandle, selection: LeadSelection, words: string): FoundByWords {
  const { ranges, batch } = selection
  const matches = db
    .prepare<{ words: string }, number>('SELECT rowid FROM search WHERE search MATCH :words ORDER BY rowid')
    .pluck()
    .all({ words })
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
