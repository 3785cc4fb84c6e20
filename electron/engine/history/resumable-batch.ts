/** Imports that stopped half-way, and whether they can go on. */
import { type ImportSettings, importSettingsSchema } from '../../contract/import-settings.ts'
import { refuse } from '../../contract/result.ts'
import type { RunState } from './batches.ts'
import type { ReadHandle } from './connection.ts'
import type { Checkpoint } from './lead-chunk.ts'

/** What an import needs to go on. */
export interface ResumableBatch {
  readonly batch: number
  readonly fileName: string
  readonly filePath: string | null
  readonly fileBytes: number
  readonly checkpoint: Checkpoint
  readonly settings: ImportSettings
  readonly headerSignature: string
  /** What the import left with its last group; null when it stored none. */
  readonly state: string | null
  /** Of the model that scored the first part, and scores the rest. */
  readonly modelDigest: string
}

interface BatchRow extends Omit<ResumableBatch, 'checkpoint' | 'settings'>, Checkpoint {
  readonly settings: string | null
  readonly importState: RunState
  readonly undo: 'undoing' | 'undone' | null
}

/**
 * SQL over `batch`, `model` and the active model's `:digest`: the batch can go on. The same as `readResumable` says, but for
 * settings that are not understood any more: those are found when they are read.
 */
export const CAN_GO_ON = `(batch.state IN ('cancelled', 'interrupted') AND batch.undo IS NULL
  AND batch.settings IS NOT NULL AND (batch.checkpoint_byte = 0 OR batch.checkpoint_digest IS NOT NULL)
  AND model.digest = :digest)`

/** Reads what an import needs to go on; refuses one that cannot. `activeModel` is the digest of the model that scores. */
export function readResumable(db: ReadHandle, batch: number, activeModel: string): ResumableBatch {
  const found = findResumable(db, batch, activeModel)
  if (typeof found !== 'string') return found
  refuse('resume_impossible', REASONS[found], HINTS[found], { batch, reason: found })
}

/** What the import needs to go on, or why it cannot; refuses one that is not there. */
export function findResumable(db: ReadHandle, batch: number, activeModel: string): ResumableBatch | Reason {
  const row = db
    .prepare<{ batch: number }, BatchRow>(
      `SELECT batch.id AS batch, file_name AS fileName, file_path AS filePath, file_bytes AS fileBytes, settings,
              header_signature AS headerSignature, import_state AS state, model.digest AS modelDigest,
              checkpoint_byte AS byteOffset, checkpoint_digest AS digest, rows, accepted, rejected, repaired,
              batch.state AS importState, undo
       FROM batch JOIN model ON model.id = model_id WHERE batch.id = :batch`,
    )
    .get({ batch })
  if (!row) refuseUnknownBatch(batch)
  const { settings, importState, undo, byteOffset, digest, rows, accepted, rejected, repaired, ...rest } = row
  const reason = whyNot(row, activeModel)
  if (reason) return reason
  // What an older version wrote may not be understood any more.
  const understood = importSettingsSchema.safeParse(JSON.parse(settings ?? 'null'))
  if (!understood.success) return 'not_understood'
  return {
    ...rest,
    settings: understood.data,
    checkpoint: { byteOffset, digest, rows, accepted, rejected, repaired },
  }
}

type Reason = 'running' | 'done' | 'undone' | 'not_kept' | 'not_understood' | 'other_model'

function whyNot(row: BatchRow, activeModel: string): Reason | null {
  if (row.undo !== null) return 'undone'
  if (row.importState === 'running' || row.importState === 'done') return row.importState
  if (row.settings === null || (row.byteOffset > 0 && row.digest === null)) return 'not_kept'
  return row.modelDigest === activeModel ? null : 'other_model'
}

const REASONS: Readonly<Record<Reason, string>> = {
  running: 'This import is running.',
  done: 'This import read its file to the end.',
  undone: 'This import was undone.',
  not_kept: 'This import was made by an older version of Leadlight, which did not note how to go on.',
  not_understood: 'This import was made by another version of Leadlight, which noted otherwise how to go on.',
  other_model: 'The first part of this import was scored with another model than the one in use.',
}

const ANEW = 'Import the file anew; leads that are known already can be skipped.'
const HINTS: Readonly<Record<Reason, string>> = {
  running: 'Wait until it has ended.',
  done: 'There is nothing left to read.',
  undone: ANEW,
  not_kept: ANEW,
  not_understood: ANEW,
  other_model: ANEW,
}

/** Says that there is no such import. */
export function refuseUnknownBatch(batch: number): never {
  refuse('batch_unknown', `There is no import ${batch} in the history.`, 'Look at the list of imports.', {
    batch,
  })
}
