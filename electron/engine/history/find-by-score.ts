/** Pages of the ranked list: ids by score, without a search. */
import type { Cursor } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import type { LeadSelection } from './lead-selection.ts'

/** A page of ids, from after the cursor on. */
export function findByScore(
  db: ReadHandle,
  { ranges, batch }: LeadSelection,
  direction: 'best' | 'worst',
  after: Cursor | null,
  limit: number,
): number[] {
  const [comparison, order] = direction === 'best' ? ['<', 'DESC'] : ['>', 'ASC']
  const find = db
    .prepare<Record<string, number | null>, number>(
      `SELECT id FROM ${batch === null ? 'ranking' : 'batch_ranking'} AS ranked
       WHERE ${batch === null ? '' : 'batch_id = :batch AND '} (score, id) ${comparison} (:score, :id)
         AND score >= :from AND score < :below
         AND (SELECT ifnull(batch_id, 0) FROM prediction WHERE prediction.id = ranked.id)
             NOT IN (SELECT id FROM batch WHERE ranked = 0)
       ORDER BY score ${order}, id ${order} LIMIT :limit`,
    )
    .pluck()
  const { score, id } = after ?? (direction === 'best' ? { score: 2, id: 0 } : { score: -1, id: 0 })
  const ids: number[] = []
  for (const { from, below } of direction === 'best' ? ranges : ranges.toReversed()) {
    if (ids.length >= limit) break
    const inBatch = batch === null ? {} : { batch }
    ids.push(...find.all({ ...inBatch, score, id, from, below, limit: limit - ids.length }))
  }
  return ids
}
