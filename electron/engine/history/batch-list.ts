/** The imports of a history, looked at again. */
import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { Batch, BatchState } from '../../contract/history.ts'
import type { BatchDetail, Finding, Reject } from '../../contract/importing.ts'
import type { ReadHandle } from './connection.ts'
import { CAN_GO_ON, refuseUnknownBatch } from './resumable-batch.ts'
import { countAtLeast } from './score-rollup.ts'

/** The model that scores now: its bands, and its digest, without which an import cannot go on. */
export interface ActiveModel {
  readonly bands: Manifest['bands']
  readonly digest: string
}

interface BatchRow {
  readonly id: number
  readonly fileName: string
  readonly fileBytes: number
  readonly startedAt: number
  readonly endedAt: number | null
  readonly state: BatchState
  readonly resumable: number
  readonly leads: number
  readonly rows: number
  readonly accepted: number
  readonly rejected: number
  readonly repaired: number
  readonly scoreSum: number
}

const SELECT = `
  SELECT batch.id, file_name AS fileName, file_bytes AS fileBytes, started_at AS startedAt, ended_at AS endedAt,
         ifnull(undo, state) AS state, ${CAN_GO_ON} AS resumable, accepted - removed AS leads,
         rows, accepted, rejected, repaired, score_sum AS scoreSum
  FROM batch JOIN model ON model.id = model_id`

const SHOWN_REJECTS = 100
const SHOWN_CHARACTERS = 2000

/** Every import, the newest first; with `holding` those only that are not undone, or of which leads were kept. */
export function listBatches(db: ReadHandle, digest: string, which: 'all' | 'holding' = 'all'): Batch[] {
  const filter = which === 'all' ? '' : "WHERE ifnull(undo, '') <> 'undone' OR accepted > removed"
  return db
    .prepare<{ digest: string }, BatchRow>(`${SELECT} ${filter} ORDER BY batch.id DESC`)
    .all({ digest })
    .map(toBatch)
}

/** One import with what it found; refuses one that is not there. */
export function getBatch(db: ReadHandle, batch: number, { bands, digest }: ActiveModel): BatchDetail {
  // All of one moment, whatever is committed meanwhile.
  return db.transaction(() => {
    const row = db
      .prepare<{ batch: number; digest: string }, BatchRow & { findings: string }>(
        `SELECT found.*, batch.findings FROM (${SELECT}) AS found JOIN batch USING (id) WHERE id = :batch`,
      )
      .get({ batch, digest })
    if (!row) refuseUnknownBatch(batch)
    const { findings, ...summary } = row
    return {
      ...toBatch(summary),
      warnings: JSON.parse(findings) as readonly Finding[],
      rejects: firstRejects(db, batch),
      bands: countBands(db, bands, batch),
    }
  })()
}

/** How many listed leads there are in each band, of one batch or in all. */
export function countBands(
  db: ReadHandle,
  bands: Manifest['bands'],
  batch: number | null,
): BatchDetail['bands'] {
  const hot = countAtLeast(db, bands.hot, batch)
  const hotOrWarm = countAtLeast(db, bands.warm, batch)
  return { hot, warm: hotOrWarm - hot, cold: countAtLeast(db, 0, batch) - hotOrWarm }
}

function firstRejects(db: ReadHandle, batch: number): Reject[] {
  return db
    .prepare<{ batch: number; characters: number; limit: number }, Reject>(
      `SELECT row_number AS row, reason, message, substr(text, 1, :characters) AS text FROM reject
       WHERE batch_id = :batch ORDER BY row_number LIMIT :limit`,
    )
    .all({ batch, characters: SHOWN_CHARACTERS, limit: SHOWN_REJECTS })
}

function toBatch({ startedAt, endedAt, resumable, scoreSum, ...batch }: BatchRow): Batch {
  return {
    ...batch,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    resumable: resumable === 1,
    meanScore: batch.accepted > 0 ? scoreSum / batch.accepted : null,
  }
}
