/** What the history holds: counts and batches. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { Batch, BatchState, HistoryOverview } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import { countAtLeast } from './score-rollup.ts'

interface BatchRow {
  readonly id: number
  readonly fileName: string
  readonly startedAt: number
  readonly state: BatchState
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly scoreSum: number
}

/** Counts and every batch, newest first, all of one moment. */
export function readOverview(db: ReadHandle, bands: Manifest['bands']): HistoryOverview {
  return db.transaction(() => readCounts(db, bands))()
}

function readCounts(db: ReadHandle, bands: Manifest['bands']): HistoryOverview {
  const predictions = countAtLeast(db, 0, null)
  const hot = countAtLeast(db, bands.hot, null)
  const hotOrWarm = countAtLeast(db, bands.warm, null)
  const batches = db
    .prepare<[], BatchRow>(
      `SELECT id, file_name AS fileName, started_at AS startedAt, state, rows, accepted, rejected,
              score_sum AS scoreSum
       FROM batch ORDER BY id DESC`,
    )
    .all()
  return {
    predictions,
    bands: { hot, warm: hotOrWarm - hot, cold: predictions - hotOrWarm },
    batches: batches.map(toBatch),
  }
}

/** The overview of a history that does not exist yet. */
export const EMPTY_OVERVIEW: HistoryOverview = {
  predictions: 0,
  bands: { hot: 0, warm: 0, cold: 0 },
  batches: [],
}

function toBatch({ startedAt, scoreSum, ...batch }: BatchRow): Batch {
  return {
    ...batch,
    startedAt: new Date(startedAt).toISOString(),
    meanScore: batch.accepted > 0 ? scoreSum / batch.accepted : null,
  }
}
