/** The operations log: how long each scoring took, stage by stage, and what failed. */
import type { WriteHandle } from './connection.ts'

/** A scoring of one typed-in lead, or of one group of an import. Times are in microseconds for all its rows together. */
export interface Operation {
  readonly kind: 'lead' | 'import'
  readonly startedAt: number
  readonly rows: number
  readonly errorCode: string | null
  readonly featuresUs: number
  readonly inferenceUs: number
  readonly batch: number | null
  readonly firstId: number | null
}

export interface OperationsLog {
  /** Writes an operation in the running transaction and completes those before it; gives its number. */
  add(operation: Operation): number
  /**
   * Says how long storing took, which is known only after the commit. Written with the next operation or by
   * `completePending`, so that no lead waits for a second commit.
   */
  stored(operation: number, storageUs: number): void
  /** Writes the storage times still outstanding, in the running transaction. */
  completePending(): void
}

/** The log of a history. */
export function createOperationsLog(db: WriteHandle): OperationsLog {
  const insert = db.prepare<Omit<Operation, 'firstId'> & { firstId: number | null; lastId: number | null }>(
    `INSERT INTO operation (kind, started_at, rows, error_code, features_us, inference_us,
                            batch_id, first_prediction_id, last_prediction_id)
     VALUES (:kind, :startedAt, :rows, :errorCode, :featuresUs, :inferenceUs, :batch, :firstId, :lastId)`,
  )
  const complete = db.prepare<{ operation: number; storageUs: number }>(
    'UPDATE operation SET storage_us = :storageUs WHERE id = :operation',
  )
  let pending: readonly { readonly operation: number; readonly storageUs: number }[] = []
  // Kept until the next commit is known: the transaction that writes them may yet be rolled back, and writing them
  // twice does no harm.
  const completePending = () => {
    for (const times of pending) complete.run(times)
  }

  return {
    add(operation) {
      completePending()
      const { firstId, rows } = operation
      const lastId = firstId === null ? null : firstId + rows - 1
      return Number(insert.run({ ...operation, lastId }).lastInsertRowid)
    },
    stored(operation, storageUs) {
      // What an earlier transaction wrote is on disk by now; only this one is outstanding.
      pending = [{ operation, storageUs }]
    },
    completePending,
  }
}
