/** Packs the times of single scores, some thousands at a time, when nobody waits. What is packed stays in `operation` too. */
import type { WriteHandle } from './connection.ts'
import { createLeadTimes, encodeLeadTimes, type LeadTimes } from './operation-pack.ts'

/** Reading as many rows takes 5 ms, which is what a report adds to the packs; a pack takes 110 kB. */
const OPERATIONS_PER_PACK = 4096

/** Packs the times of single scores, some at a time. */
export interface OperationPacker {
  /** Packs once if enough has come together, in the running transaction; answers whether it did. */
  packSome(): boolean
}

/** A packer of the operations of a history. */
export function createOperationPacker(db: WriteHandle, perPack = OPERATIONS_PER_PACK): OperationPacker {
  const newestOperation = db.prepare<[], number | null>('SELECT max(id) FROM operation').pluck()
  const lastPacked = db.prepare<[], number | null>('SELECT max(last_id) FROM operation_pack').pluck()
  const select = db
    .prepare<{ after: number; limit: number }, LeadRow>(
      `${SELECT_LEADS} AND id > :after ORDER BY id LIMIT :limit`,
    )
    .raw()
  const insert = db.prepare<Record<string, number | Uint8Array>>(
    `INSERT INTO operation_pack (first_id, last_id, count, started_from, started_to, columns)
     VALUES (:firstId, :lastId, :count, :startedFrom, :startedTo, :columns)`,
  )
  // Counting the rows again after each score would take longer than the score.
  let notBefore = 0

  return {
    packSome() {
      const newest = newestOperation.get() ?? 0
      if (newest < notBefore) return false
      // One more than are packed: how long the newest one took to store may not be known yet.
      const needed = perPack + 1
      const rows = select.all({ after: lastPacked.get() ?? 0, limit: needed })
      if (rows.length < needed) {
        notBefore = newest + needed - rows.length
        return false
      }
      insert.run(describePack(fromRows(rows.slice(0, perPack))))
      return true
    },
  }
}

/** Id, beginning, features, inference, storage. */
export type LeadRow = readonly [
  id: number,
  at: number,
  featuresUs: number,
  inferenceUs: number,
  storageUs: number | null,
]

/** SQL: the single scores that succeeded, as `LeadRow`. */
export const SELECT_LEADS = `SELECT id, started_at, features_us, inference_us, storage_us FROM operation
  WHERE kind = 'lead' AND error_code IS NULL`

/** Rows as columns. */
export function fromRows(rows: readonly LeadRow[]): LeadTimes {
  const times = createLeadTimes(rows.length)
  rows.forEach(([id, at, featuresUs, inferenceUs, storageUs], place) => {
    times.operations[place] = id
    times.startedAt[place] = at
    times.featuresUs[place] = featuresUs
    times.inferenceUs[place] = inferenceUs
    times.storageUs[place] = storageUs ?? Number.NaN
  })
  return times
}

function describePack(times: LeadTimes) {
  let [startedFrom, startedTo] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  // The system's clock may have been set back between two scores.
  for (const at of times.startedAt) {
    startedFrom = Math.min(startedFrom, at)
    startedTo = Math.max(startedTo, at)
  }
  return {
    firstId: times.operations[0] ?? 0,
    lastId: times.operations[times.count - 1] ?? 0,
    count: times.count,
    startedFrom,
    startedTo,
    columns: encodeLeadTimes(times),
  }
}
