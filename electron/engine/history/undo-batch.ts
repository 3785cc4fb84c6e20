/** Takes an import back: its leads leave the history as if they had never come, but for those worked with. */
import type { KeptLead, UndoSummary } from '../../contract/importing.ts'
import { Refusal, refuse } from '../../contract/result.ts'
import { bringBackSuperseded } from './bring-back.ts'
import { clearRanking } from './clear-ranking.ts'
import { asRefusal, type HistoryWriter } from './history-writer.ts'
import { removeChunks } from './remove-chunks.ts'
import { refuseUnknownBatch } from './resumable-batch.ts'
import { KEPT_REASON, WORKED_WITH } from './worked-with.ts'

export interface UndoOptions {
  /** How many of the batch's leads have been gone through. */
  readonly onProgress: (done: number, total: number) => void
  /** Asked between slices: true leaves the rest to the background, or to the next start of the app. */
  readonly stopped: () => boolean
}

const SHOWN_KEPT = 100
/** A rejected row may be megabytes long. */
const REJECTS_PER_SLICE = 128

interface UndoneBatch {
  readonly fileName: string
  readonly undo: 'undoing' | 'undone' | null
  readonly accepted: number
  readonly removed: number
}

/**
 * Undoes a batch in slices, between which single leads are scored. Once begun it ends as it would have, however often
 * the app is killed: at its next start it goes on. Refused while a file is being imported; what is being ranked or made
 * searchable gives way.
 */
export async function undoBatch(
  history: HistoryWriter,
  batch: number,
  options: UndoOptions,
): Promise<UndoSummary> {
  if (read(history, batch).undo === 'undone') refuseUndone(batch)
  refuseWhileImporting(history)
  return history.lists.exclusive(async () => {
    // Another import may have begun, or another call may have undone the batch, while this one waited.
    refuseWhileImporting(history)
    if (read(history, batch).undo !== 'undone') await undoToTheEnd(history, batch, options)
    return summarize(history, batch)
  })
}

/** Batches whose undoing a killed app left half done. */
export function findHalfUndone({ db }: HistoryWriter): readonly number[] {
  return db.prepare<[], number>("SELECT id FROM batch WHERE undo = 'undoing' ORDER BY id").pluck().all()
}

/** Refuses in words for what is left when it cannot come to the end. */
async function undoToTheEnd(history: HistoryWriter, batch: number, options: UndoOptions): Promise<void> {
  const message = 'Not all leads of the import are taken out yet.'
  try {
    if (await undo(history, batch, options)) return
  } catch (error) {
    const reason = asRefusal(error)
    if (!(reason instanceof Refusal)) throw error
    const hint =
      'See that the disk works and has free space; the rest is taken out when Leadlight starts again.'
    throw new Refusal({ ...reason.error, message, hint }, { cause: error })
  }
  refuse('stopped', message, 'The rest is taken out in the background, or when Leadlight starts again.')
}

/** Answers whether it came to the end. Every slice is whole by itself, and none is noticed twice. */
async function undo(history: HistoryWriter, batch: number, options: UndoOptions): Promise<boolean> {
  const { db, turns, transaction } = history
  const slices = { ...options, transaction, pause: () => turns.pause() }
  transaction(() => markUndoing(history, batch))
  const gone =
    (await bringBackSuperseded(db, batch, slices)) &&
    (await clearRanking(db, batch, slices)) &&
    (await removeChunks(db, batch, slices)) &&
    (await removeRejects(history, batch, options.stopped))
  if (!gone) return false
  transaction(() => {
    // Those of leads that were kept say how long scoring them took.
    db.prepare<{ batch: number }>(
      `DELETE FROM operation WHERE batch_id = :batch AND NOT EXISTS (
         SELECT 1 FROM prediction WHERE id BETWEEN first_prediction_id AND last_prediction_id)`,
    ).run({ batch })
    markUndone(history, batch)
  })
  return true
}

/** Not ranked from here on: then the lists find what is left of it in its chunks. */
function markUndoing({ db }: HistoryWriter, batch: number): void {
  db.prepare<{ batch: number }>(
    "UPDATE batch SET undo = 'undoing', ranked = 0, import_state = NULL WHERE id = :batch",
  ).run({ batch })
}

/** Leads that were kept are ranked again, and made searchable if they were not, by `catchUp`. */
function markUndone({ db }: HistoryWriter, batch: number): void {
  db.prepare<{ batch: number }>(
    `UPDATE batch SET undo = 'undone', ranked = accepted = removed, searchable = max(searchable, accepted = removed)
     WHERE id = :batch`,
  ).run({ batch })
}

async function removeRejects(
  { db, turns, transaction }: HistoryWriter,
  batch: number,
  stopped: () => boolean,
): Promise<boolean> {
  const remove = db.prepare<{ batch: number; limit: number }>(
    'DELETE FROM reject WHERE rowid IN (SELECT rowid FROM reject WHERE batch_id = :batch LIMIT :limit)',
  )
  while (!stopped()) {
    const { changes } = transaction(() => remove.run({ batch, limit: REJECTS_PER_SLICE }))
    if (changes < REJECTS_PER_SLICE) return true
    await turns.pause()
  }
  return false
}

function read({ db }: HistoryWriter, batch: number): UndoneBatch {
  const row = db
    .prepare<{ batch: number }, UndoneBatch>(
      'SELECT file_name AS fileName, undo, accepted, removed FROM batch WHERE id = :batch',
    )
    .get({ batch })
  return row ?? refuseUnknownBatch(batch)
}

function summarize(history: HistoryWriter, batch: number): UndoSummary {
  const { fileName, accepted, removed } = read(history, batch)
  const keptLeads = history.db
    .prepare<{ batch: number; limit: number }, KeptLead>(
      `SELECT id, name, company, ${KEPT_REASON} AS reason
       FROM input_chunk JOIN prediction ON id BETWEEN first_id AND first_id + count - 1
       WHERE input_chunk.batch_id = :batch AND ${WORKED_WITH} ORDER BY id LIMIT :limit`,
    )
    .all({ batch, limit: SHOWN_KEPT })
  return { batch, fileName, removed, kept: accepted - removed, keptLeads }
}

function refuseWhileImporting({ imports }: HistoryWriter): void {
  if (imports.size === 0) return
  refuse(
    'import_running',
    'A file is being imported, so no import can be undone now.',
    'Wait until it has ended, or stop it, and try again.',
  )
}

function refuseUndone(batch: number): never {
  refuse('already_undone', 'This import was undone before.', undefined, { batch })
}
