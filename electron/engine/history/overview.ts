/** What the history holds: counts and batches. */
import type { HistoryOverview } from '../../contract/history.ts'
import { type ActiveModel, countBands, listBatches } from './batch-list.ts'
import type { ReadHandle } from './connection.ts'
import { countAtLeast } from './score-rollup.ts'

/**
 * Counts of the call list, and every batch that is not undone or of which leads were kept, newest first; all of one
 * moment. A lead whose place a newer one took is in the history and not counted here.
 */
export function readOverview(db: ReadHandle, { bands, digest }: ActiveModel): HistoryOverview {
  return db.transaction(() => ({
    predictions: countAtLeast(db, 0, null),
    bands: countBands(db, bands, null),
    batches: listBatches(db, digest, 'holding'),
  }))()
}

/** The overview of a history that does not exist yet. */
export const EMPTY_OVERVIEW: HistoryOverview = {
  predictions: 0,
  bands: { hot: 0, warm: 0, cold: 0 },
  batches: [],
}
