/** Pages of the list by time, which is the order of ids: a clock may be set back, ids only grow. */
import type { Cursor } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { idsInBatch } from './find-in-batch.ts'
import { ALL_SCORES, inRanges, type LeadSelection, takesAllScores } from './lead-selection.ts'
import { countSelected } from './score-rollup.ts'
import { LISTED, unrankedBatches } from './unranked.ts'

type Direction = 'newest' | 'oldest'
type Ranges = LeadSelection['ranges']

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
  const { ranges, batch } = selection
  const id = after?.id ?? (direction === 'newest' ? Number.MAX_SAFE_INTEGER : 0)
  if (batch !== null) return idsInBatch(db, batch, inRanges(ranges), direction, id, limit)
  // What is not ranked yet could not be collected.
  if (takesAllScores(selection) || unrankedBatches(db).length > 0)
    return walk(db, ranges, direction, id, limit)
  const selected = countSelected(db, selection)
  const all = countSelected(db, { batch, ranges: [ALL_SCORES] })
  return selected < all * WALK_FROM_SHARE
    ? collect(db, ranges, direction, id, limit)
    : walk(db, ranges, direction, id, limit)
}

/** Goes through predictions in order and leaves out those not selected. */
function walk(db: ReadHandle, ranges: Ranges, direction: Direction, id: number, limit: number): number[] {
  const [comparison, order] = direction === 'newest' ? ['<', 'DESC'] : ['>', 'ASC']
  const scores = ranges.map((_, i) => `(score >= :from${i} AND score < :below${i})`).join(' OR ')
  const bounds = Object.fromEntries(
    ranges.flatMap(({ from, below }, i) => [
      [`from${i}`, from],
      [`below${i}`, below],
    ]),
  )
  return db
    .prepare<Record<string, number>, number>(
      `SELECT id FROM prediction WHERE id ${comparison} :id AND (${scores}) AND ${LISTED}
       ORDER BY id ${order} LIMIT :limit`,
    )
    .pluck()
    .all({ ...bounds, id, limit })
}

/** Takes all that are selected out of the order by score, and sorts them. */
function collect(db: ReadHandle, ranges: Ranges, direction: Direction, id: number, limit: number): number[] {
  const [comparison, order] = direction === 'newest' ? ['<', 'DESC'] : ['>', 'ASC']
  const find = db
    .prepare<Record<string, number>, number>(
      `SELECT id FROM ranking WHERE score >= :from AND score < :below AND id ${comparison} :id
       ORDER BY id ${order} LIMIT :limit`,
    )
    .pluck()
  const found = ranges.flatMap(({ from, below }) => find.all({ from, below, id, limit }))
  return found.sort((a, b) => (direction === 'newest' ? b - a : a - b)).slice(0, limit)
}
