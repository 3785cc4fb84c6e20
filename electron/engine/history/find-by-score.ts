/** Pages of the ranked list: ids by score, without a search. */
import type { Cursor } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import type { LeadSelection } from './lead-selection.ts'
import { hasUnranked, IN_UNRANKED, LISTED } from './unranked.ts'

type Place = readonly [score: number, id: number]

/** A page of ids, from after the cursor on. */
export function findByScore(
  db: ReadHandle,
  selection: LeadSelection,
  direction: 'best' | 'worst',
  after: Cursor | null,
  limit: number,
): number[] {
  const { batch } = selection
  const ranked = batch === null ? 'ranking WHERE true' : 'batch_ranking WHERE batch_id = :batch'
  const places = findIn(db, ranked, selection, direction, after, limit)
  if (!hasUnranked(db)) return places.map(([, id]) => id)
  const unranked = `prediction WHERE ${IN_UNRANKED} AND ${LISTED} ${batch === null ? '' : 'AND batch_id = :batch'}`
  const more = findIn(db, unranked, selection, direction, after, limit)
  const sign = direction === 'best' ? -1 : 1
  const sorted = [...places, ...more].sort((a, b) => sign * (a[0] - b[0] || a[1] - b[1])).map(([, id]) => id)
  // A batch that is being ranked is partly met in both.
  return [...new Set(sorted)].slice(0, limit)
}

function findIn(
  db: ReadHandle,
  source: string,
  { ranges, batch }: LeadSelection,
  direction: 'best' | 'worst',
  after: Cursor | null,
  limit: number,
): Place[] {
  const [comparison, order] = direction === 'best' ? ['<', 'DESC'] : ['>', 'ASC']
  const find = db
    .prepare<Record<string, number>, Place>(
      `SELECT score, id FROM ${source}
         AND (score, id) ${comparison} (:score, :id) AND score >= :from AND score < :below
       ORDER BY score ${order}, id ${order} LIMIT :limit`,
    )
    .raw()
  const { score, id } = after ?? (direction === 'best' ? { score: 2, id: 0 } : { score: -1, id: 0 })
  const places: Place[] = []
  for (const { from, below } of direction === 'best' ? ranges : ranges.toReversed()) {
    if (places.length >= limit) break
    const inBatch = batch === null ? {} : { batch }
    places.push(...find.all({ ...inBatch, score, id, from, below, limit: limit - places.length }))
  }
  return places
}
