/** Pages of the list in any order, without a search. */
import type { Cursor, LeadOrder } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { findByScore } from './find-by-score.ts'
import { findByTime } from './find-by-time.ts'
import type { LeadSelection } from './lead-selection.ts'

/** A page of ids, from after the cursor on; the selection's words are not looked at. */
export function findListed(
  db: ReadHandle,
  selection: LeadSelection,
  order: LeadOrder,
  after: Cursor | null,
  limit: number,
): number[] {
  return order === 'best' || order === 'worst'
    ? findByScore(db, selection, order, after, limit)
    : findByTime(db, selection, order, after, limit)
}
