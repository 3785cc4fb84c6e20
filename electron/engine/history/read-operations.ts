/** Reads how long scoring took: single scores from their packs and what is not packed yet, imports group by group. */
import type { ReadHandle } from './connection.ts'
import { createLeadTimes, decodeLeadTimes, firstLeadTimes, type LeadTimes } from './operation-pack.ts'
import { fromRows, type LeadRow, SELECT_LEADS } from './pack-operations.ts'

/** From `fromMs` to before `beforeMs`; infinite where there is no bound. */
export interface TimeRange {
  readonly fromMs: number
  readonly beforeMs: number
}

/** From the first operation to the last. */
export const ALL_TIMES: TimeRange = { fromMs: Number.NEGATIVE_INFINITY, beforeMs: Number.POSITIVE_INFINITY }

/** A group of an import that was stored. Times in microseconds for all its rows together. */
export interface ImportGroup {
  readonly operation: number
  readonly batch: number | null
  readonly startedAt: number
  readonly rows: number
  readonly featuresUs: number
  readonly inferenceUs: number
  readonly storageUs: number | null
  readonly firstLead: number
  readonly lastLead: number
}

interface PackRow {
  readonly count: number
  readonly columns: Uint8Array
}

/** The times of all successful single scores begun in a range, from this operation on, in the order they were stored. */
export function readLeadTimes(db: ReadHandle, range: TimeRange, fromOperation = 0): LeadTimes {
  const { packed, rest } = selectLeadTimes(db, range, fromOperation)
  const times = createLeadTimes(packed.reduce((sum, { count }) => sum + count, rest.length))
  let count = 0
  for (const { columns } of packed) {
    const added = decodeLeadTimes(columns, times, count)
    count = keep(times, count, added, range, fromOperation)
  }
  return firstLeadTimes(times, append(times, count, fromRows(rest)))
}

/** Both of one moment: the writer may pack between two questions. */
function selectLeadTimes(db: ReadHandle, range: TimeRange, fromOperation: number) {
  const bounds = { ...sqlBounds(range), fromOperation }
  return db.transaction(() => ({
    packed: db
      .prepare<typeof bounds, PackRow>(
        `SELECT count, columns FROM operation_pack
         WHERE last_id >= :fromOperation AND started_to >= :from AND started_from < :below ORDER BY first_id`,
      )
      .all(bounds),
    rest: db
      .prepare<typeof bounds, LeadRow>(
        `${SELECT_LEADS} AND id > ifnull((SELECT max(last_id) FROM operation_pack), 0) AND id >= :fromOperation
           AND started_at >= :from AND started_at < :below ORDER BY id`,
      )
      .raw()
      .all(bounds),
  }))()
}

/** Drops what a pack holds besides the range; answers how many there are then. */
function keep(
  times: LeadTimes,
  from: number,
  added: number,
  { fromMs, beforeMs }: TimeRange,
  fromOperation: number,
): number {
  const { operations, startedAt, featuresUs, inferenceUs, storageUs } = times
  let place = from
  for (let index = from; index < from + added; index += 1) {
    const at = startedAt[index] ?? 0
    const operation = operations[index] ?? 0
    if (at < fromMs || at >= beforeMs || operation < fromOperation) continue
    if (place !== index) {
      operations[place] = operation
      startedAt[place] = at
      featuresUs[place] = featuresUs[index] ?? 0
      inferenceUs[place] = inferenceUs[index] ?? 0
      storageUs[place] = storageUs[index] ?? 0
    }
    place += 1
  }
  return place
}

function append(times: LeadTimes, at: number, more: LeadTimes): number {
  times.operations.set(more.operations, at)
  times.startedAt.set(more.startedAt, at)
  times.featuresUs.set(more.featuresUs, at)
  times.inferenceUs.set(more.inferenceUs, at)
  times.storageUs.set(more.storageUs, at)
  return at + more.count
}

/** The groups of imports begun in a range, in the order they were stored. */
export function readImportGroups(db: ReadHandle, range: TimeRange): readonly ImportGroup[] {
  return db
    .prepare<ReturnType<typeof sqlBounds>, ImportGroup>(
      `SELECT id AS operation, batch_id AS batch, started_at AS startedAt, rows, features_us AS featuresUs,
         inference_us AS inferenceUs, storage_us AS storageUs, first_prediction_id AS firstLead,
         last_prediction_id AS lastLead
       FROM operation WHERE kind = 'import' AND started_at >= :from AND started_at < :below
         AND error_code IS NULL AND rows > 0 ORDER BY id`,
    )
    .all(sqlBounds(range))
}

/** An operation that failed. */
export interface FailedOperation {
  readonly startedAt: number
  readonly code: string
}

/** What failed in a range, oldest first. */
export function readFailures(db: ReadHandle, range: TimeRange): readonly FailedOperation[] {
  return db
    .prepare<ReturnType<typeof sqlBounds>, FailedOperation>(
      `SELECT started_at AS startedAt, error_code AS code FROM operation
       WHERE error_code IS NOT NULL AND started_at >= :from AND started_at < :below ORDER BY started_at`,
    )
    .all(sqlBounds(range))
}

/** SQLite keeps infinities, but compares integers with them row by row instead of by index. */
function sqlBounds({ fromMs, beforeMs }: TimeRange): { readonly from: number; readonly below: number } {
  return { from: Math.max(fromMs, -8.64e15), below: Math.min(beforeMs, 8.64e15) }
}
