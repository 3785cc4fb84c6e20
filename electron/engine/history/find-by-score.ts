/** Pages of the ranked list: ids by score, without a search. */
import type { Cursor } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { type Place, placesInBatch } from './find-in-batch.ts'
import { inRanges, type LeadSelection } from './lead-selection.ts'
import { unrankedBatches } from './unranked.ts'

/** A page of ids, from after the cursor on. */
export function findByScore(
  db: ReadHandle,
  { ranges, batch }: LeadSelection,
  direction: 'best' | 'worst',
  after: Cursor | null,
  limit: number,
): number[] {
  const wanted = inRanges(ranges)
  const ofBatch = (one: number) => placesInBatch(db, one, wanted, direction, after, limit)
  if (batch !== null) return ofBatch(batch).map(([, id]) => id)
  const places = placesInRanking(db, ranges, direction, after, limit)
  const more = unrankedBatches(db).flatMap(ofBatch)
  if (more.length === 0) return places.map(([, id]) => id)
  const sign = direction === 'best' ? -1 : 1
  const sorted = [...places, ...more].sort((a, b) => sign * (a[0] - b[0] || a[1] - b[1])).map(([, id]) => id)
  // A batch that is being ranked is partly met in both.
  return [...new Set(sorted)].slice(0, limit)
}

function placesInRanking(
  db: ReadHandle,
  ranges: LeadSelection['ranges'],
  direction: 'best' | 'worst',
  after: Cursor | null,
  limit: number,
): Place[] {
  const [comparison, order] = direction === 'best' ? ['<', 'DESC'] : ['>', 'ASC']
  const find = db
    .prepare<Record<string, number>, Place>(
      `SELECT score, id FROM ranking
       WHERE (score, id) ${comparison} (:score, :id) AND score >= :from AND score < :below
       ORDER BY score ${order}, id ${order} LIMIT :limit`,
    )
    .raw()
  const { score, id } = after ?? (direction === 'best' ? { score: 2, id: 0 } : { score: -1, id: 0 })
  const places: Place[] = []
  for (const { from, below } of direction === 'best' ? ranges : ranges.toReversed()) {
    if (places.length >= limit) break
    places.push(...find.all({ score, id, from, below, limit: limit - places.length }))
  }
  return places
}
