/** Batches: one row per imported file, with where its import stands. */
import type { BatchState } from '../../contract/history.ts'
import type { Finding } from '../../contract/importing.ts'
import type { NewBatch } from './batch-sink.ts'
import type { WriteHandle } from './connection.ts'
import type { Checkpoint, ChunkReject } from './lead-chunk.ts'

export interface Batches {
  /** Starts a batch, in the running transaction; gives its number. */
  start(batch: NewBatch, model: number, startedAt: number): number
  /** Moves the checkpoint and stores rejects, in the running transaction. */
  advance(batch: number, checkpoint: Checkpoint, rejects: readonly ChunkReject[], scoreSum: number): void
  end(
    batch: number,
    state: Exclude<BatchState, 'running'>,
    findings: readonly Finding[],
    endedAt: number,
  ): void
  /** Marks batches left running by a process that is gone; gives those whose predictions are not ranked yet. */
  interruptRunning(): readonly number[]
}

/** The batches of a history. */
export function createBatches(db: WriteHandle): Batches {
  const insert = db.prepare<Record<string, string | number>>(
    `INSERT INTO batch (state, file_name, file_bytes, header_signature, mapping, model_id, started_at)
     VALUES ('running', :fileName, :fileBytes, :headerSignature, :mapping, :model, :startedAt)`,
  )
  const advance = db.prepare<Checkpoint & { batch: number; scoreSum: number }>(
    `UPDATE batch SET checkpoint_byte = :byteOffset, checkpoint_digest = :digest, rows = :rows,
       accepted = :accepted, rejected = :rejected, repaired = :repaired, score_sum = score_sum + :scoreSum
     WHERE id = :batch`,
  )
  const insertReject = db.prepare<ChunkReject & { batch: number }>(
    `INSERT INTO reject (batch_id, row_number, reason, message, text)
     VALUES (:batch, :row, :reason, :message, :text)`,
  )
  const end = db.prepare<Record<string, string | number>>(
    'UPDATE batch SET state = :state, findings = :findings, ended_at = :endedAt WHERE id = :batch',
  )
  const interrupt = db.prepare("UPDATE batch SET state = 'interrupted' WHERE state = 'running'")
  const unranked = db.prepare<[], number>('SELECT id FROM batch WHERE ranked = 0 ORDER BY id').pluck()

  return {
    start: ({ mapping, ...batch }, model, startedAt) =>
      Number(insert.run({ ...batch, mapping: JSON.stringify(mapping), model, startedAt }).lastInsertRowid),
    advance(batch, checkpoint, rejects, scoreSum) {
      advance.run({ ...checkpoint, batch, scoreSum })
      for (const reject of rejects) insertReject.run({ ...reject, batch })
    },
    end(batch, state, findings, endedAt) {
      end.run({ batch, state, findings: JSON.stringify(findings), endedAt })
    },
    interruptRunning() {
      interrupt.run()
      return unranked.all()
    },
  }
}
