/** Pages of the list by time, which is the order of ids: a clock may be set back, ids only grow. */
import type { Cursor } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { type LeadSelection, takesAllScores } from './lead-selection.ts'
import { countSelected } from './score-rollup.ts'
import { hasUnranked, LISTED } from './unranked.ts'

type Direction = 'newest' | 'oldest'

/** With fewer than this share selected, collecting them all is faster than walking past the others. */
const WALK_FROM_SHARE = 0.25

/** A page of ids, from after the cursor on. */
export function findByTime(
  db: ReadHandle,
  selection: LeadSelection,
  direction: Direction,
  after: Cursor | null,
  limit: number,
): number[] {
  const id = after?.id ?? (direction === 'newest' ? Number.MAX_SAFE_INTEGER : 0)
  // What is not ranked yet could not be collected.
  if (takesAllScores(selection) || hasUnranked(db)) return walk(db, selection, direction, id, limit)
  const selected = countSelected(db, selection)
  const all = countSelected(db, { ...selection, ranges: [{ from: -1, below: 2 }] })
  return selected < all * WALK_FROM_SHARE
    ? collect(db, selection, direction, id, limit)
    : walk(db, selection, direction, id, limit)
}

/** Goes through predictions in order and leaves out those not selected. */
function walk(
  db: ReadHandle,
  { ranges, batch }: LeadSelection,
  direction: Direction,
  id: number,
  limit: number,
) {
  const [comparison, order] = direction === 'newest' ? ['<', 'DESC'] : ['>', 'ASC']
  // Ids of a batch lie close together, with leads typed in meanwhile in between.
  const inBatch = `AND batch_id = :batch
    AND id >= (SELECT min(first_id) FROM input_chunk WHERE batch_id = :batch)
    AND id < (SELECT max(first_id) + 1024 FROM input_chunk WHERE batch_id = :batch)`
  const scores = ranges.map((_, i) => `(score >= :from${i} AND score < :below${i})`).join(' OR ')
  const bounds = Object.fromEntries(
    ranges.flatMap(({ from, below }, i) => [
      [`from${i}`, from],
      [`below${i}`, below],
    ]),
  )
  return db
    .prepare<Record<string, number>, number>(
      `SELECT id FROM prediction
       WHERE id ${comparison} :id AND (${scores}) AND ${LISTED} ${batch === null ? '' : inBatch}
       ORDER BY id ${order} LIMIT :limit`,
    )
    .pluck()
    .all({ ...bounds, ...(batch === null ? {} : { batch }), id, limit })
}

/** Takes all that are selected out of the order by score, and sorts them. */
function collect(
  db: ReadHandle,
  { ranges, batch }: LeadSelection,
  direction: Direction,
  id: number,
  limit: number,
) {
  const [comparison, order] = direction === 'newest' ? ['<', 'DESC'] : ['>', 'ASC']
  const find = db
    .prepare<Record<string, number>, number>(
      `SELECT id FROM ${batch === null ? 'ranking' : 'batch_ranking'}
       WHERE ${batch === null ? '' : 'batch_id = :batch AND '} score >= :from AND score < :below
         AND id ${comparison} :id
       ORDER BY id ${order} LIMIT :limit`,
    )
    .pluck()
  const found = ranges.flatMap(({ from, below }) =>
    find.all({ from, below, id, limit, ...(batch === null ? {} : { batch }) }),
  )
  return found.sort((a, b) => (direction === 'newest' ? b - a : a - b)).slice(0, limit)
}
