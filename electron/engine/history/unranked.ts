/**
 * Batches that are stored but not in the order by score yet: one that is being imported, or was when the app was killed.
 * Their leads are looked through chunk by chunk, so that every list and count holds all that is stored at any time.
 */
import type { ReadHandle } from './connection.ts'

/** The numbers of those batches. */
export function unrankedBatches(db: ReadHandle): readonly number[] {
  return db.prepare<[], number>('SELECT id FROM batch WHERE ranked = 0 ORDER BY id').pluck().all()
}

/** SQL: a prediction is in the call list: no newer one has taken its place. */
export const LISTED = `NOT EXISTS (
  SELECT 1 FROM superseded WHERE superseded.id = prediction.id AND superseded.listed = 0)`
