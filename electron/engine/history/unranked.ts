/**
 * Batches that are stored but not ranked yet: one that is being imported, or was when the app was killed. Their leads are
 * looked through row by row, so that every list and count holds all that is stored at any time.
 */
import type { ReadHandle } from './connection.ts'

/** SQL: the numbers of those batches. */
export const UNRANKED = '(SELECT id FROM batch WHERE ranked = 0)'

/** SQL: a prediction is of such a batch. Older predictions are not even looked at. */
export const IN_UNRANKED = `batch_id IN ${UNRANKED}
  AND id >= (SELECT min(first_id) FROM input_chunk WHERE batch_id IN ${UNRANKED})`

/** Whether there are any. */
export function hasUnranked(db: ReadHandle): boolean {
  return db.prepare<[], number>(`SELECT EXISTS ${UNRANKED}`).pluck().get() === 1
}

/** SQL: a prediction is in the call list: no newer one has taken its place. */
export const LISTED = `NOT EXISTS (
  SELECT 1 FROM superseded WHERE superseded.id = prediction.id AND superseded.listed = 0)`
