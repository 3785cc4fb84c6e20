/** Batches: one row per imported file, with where its import stands. */
import type { Finding } from '../../contract/importing.ts'
import type { NewBatch } from './batch-sink.ts'
import type { WriteHandle } from './connection.ts'
import type { ChunkGroup, ChunkReject } from './lead-chunk.ts'

/** How an import stands; that it is undone stands beside it, in `undo`. */
export type RunState = 'running' | 'done' | 'cancelled' | 'interrupted'

export interface Batches {
  /** Starts a batch, in the running transaction; gives its number. */
  start(batch: NewBatch, model: number, startedAt: number): number
  /** Lets a batch that stopped go on, from its file where that is now, in the running transaction. */
  goOn(batch: number, filePath: string | null): void
  /** Moves the checkpoint over a group's `leadCount` leads and its rejects, in the running transaction. */
  advance(batch: number, group: Omit<ChunkGroup, 'chunks'>, leadCount: number, scoreSum: number): void
  /** Ends the import; `findings` null leaves those of the last group. */
  end(
    batch: number,
    state: Exclude<RunState, 'running'>,
    findings: readonly Finding[] | null,
    endedAt: number,
  ): void
  /** Marks batches left running by a process that is gone. */
  interruptRunning(): void
}

type Cells = Record<string, string | number | null>

/** The batches of a history. */
export function createBatches(db: WriteHandle): Batches {
  const insert = db.prepare<Cells>(
    `INSERT INTO batch (state, file_name, file_path, file_bytes, header_signature, headers, header_text, mapping,
                        settings, model_id, started_at)
     VALUES ('running', :fileName, :filePath, :fileBytes, :headerSignature, :headers, :headerText, :mapping,
             :settings, :model, :startedAt)`,
  )
  // What was ranked stays so; the rest is looked through row by row until the batch has ended again.
  const goOn = db.prepare<{ batch: number; filePath: string | null }>(
    `UPDATE batch SET state = 'running', ended_at = NULL, ranked = 0, searchable = 0,
       file_path = ifnull(:filePath, file_path) WHERE id = :batch`,
  )
  // The condition holds for the next group only: none is stored twice and none left out.
  const advance = db.prepare<Cells>(
    `UPDATE batch SET checkpoint_byte = :byteOffset, checkpoint_digest = :digest, rows = :rows,
       accepted = :accepted, rejected = :rejected, repaired = :repaired, score_sum = score_sum + :scoreSum,
       findings = ifnull(:findings, findings), import_state = ifnull(:state, import_state)
     WHERE id = :batch AND state = 'running' AND accepted + :leadCount = :accepted
       AND rejected + :rejectCount = :rejected AND checkpoint_byte <= :byteOffset`,
  )
  const insertReject = db.prepare<ChunkReject & { batch: number }>(
    `INSERT INTO reject (batch_id, row_number, reason, message, text)
     VALUES (:batch, :row, :reason, :message, :text)`,
  )
  const end = db.prepare<Cells>(
    `UPDATE batch SET state = :state, findings = ifnull(:findings, findings), ended_at = :endedAt
     WHERE id = :batch`,
  )
  const interrupt = db.prepare("UPDATE batch SET state = 'interrupted' WHERE state = 'running'")
  const json = (value: unknown) => JSON.stringify(value)

  return {
    start({ mapping, settings, headers, ...batch }, model, startedAt) {
      const texts = { mapping: json(mapping), settings: json(settings), headers: json(headers) }
      return Number(insert.run({ ...batch, ...texts, model, startedAt }).lastInsertRowid)
    },
    goOn(batch, filePath) {
      goOn.run({ batch, filePath })
    },
    advance(batch, { checkpoint, rejects, findings, state }, leadCount, scoreSum) {
      const { changes } = advance.run({
        ...checkpoint,
        batch,
        scoreSum,
        leadCount,
        rejectCount: rejects.length,
        findings: findings && json(findings),
        state,
      })
      if (changes !== 1) throw new Error(`a group of batch ${batch} does not follow on the one before`)
      for (const reject of rejects) insertReject.run({ ...reject, batch })
    },
    end(batch, state, findings, endedAt) {
      end.run({ batch, state, findings: findings && json(findings), endedAt })
    },
    interruptRunning() {
      interrupt.run()
    },
  }
}
