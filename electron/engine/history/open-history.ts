/** Opens the history of a data folder for writing: lock, file, schema, in the order that loses nothing. */
import { randomUUID } from 'node:crypto'
import type { Clock } from '../platform/clock.ts'
import type { Files } from '../platform/files.ts'
import type { BundleManifest } from '../registry/read-bundle.ts'
import { catchUp } from './catch-up.ts'
import { openWriteConnection } from './connection.ts'
import { backupFolder, databasePath, prepareDataFolder, requireJournalOwner } from './data-folder.ts'
import { asRefusal, createHistoryWriter, type HistoryWriter } from './history-writer.ts'
import { checkSchema, migrate } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { findHalfUndone, undoBatch } from './undo-batch.ts'
import { takeWriterLock, type WriterLock } from './writer-lock.ts'

export interface OpenHistory {
  readonly writer: HistoryWriter
  /** Goes on with undoing what is half undone, in slices; never fails. */
  undoLeftOver(stopped: () => boolean): Promise<void>
  /** Ranks what is not ranked and makes searchable what is not, in slices; never fails. */
  catchUp(stopped: () => boolean): Promise<void>
  close(): void
}

/** Opens, and makes if need be, the history in `dataDir`. */
export async function openHistory(
  dataDir: string,
  model: BundleManifest,
  { files, clock }: { readonly files: Files; readonly clock: Clock },
): Promise<OpenHistory> {
  prepareDataFolder(dataDir, files)
  const lock = takeWriterLock(dataDir, files)
  try {
    return await openLocked(dataDir, model, lock, { files, clock })
  } catch (error) {
    lock.release()
    throw asRefusal(error)
  }
}

async function openLocked(
  dataDir: string,
  model: BundleManifest,
  lock: WriterLock,
  { files, clock }: { readonly files: Files; readonly clock: Clock },
): Promise<OpenHistory> {
  const path = databasePath(dataDir)
  requireJournalOwner(dataDir, files)
  files.ensurePrivateFile(path)
  const db = openWriteConnection(path, (unchanged) => checkSchema(unchanged, MIGRATIONS))
  try {
    await migrate(db, { migrations: MIGRATIONS, backupFolder: backupFolder(dataDir), files, clock })
    db.prepare<{ databaseId: string; now: number }>(
      `INSERT INTO about (id, database_id, created_at, next_prediction_id) VALUES (1, :databaseId, :now, 1)
       ON CONFLICT (id) DO NOTHING`,
    ).run({ databaseId: randomUUID(), now: clock.nowMs() })
    const writer = createHistoryWriter(db, model, clock.nowMs())
    writer.batches.interruptRunning()
    db.prepare<{ now: number }>('INSERT INTO opening (opened_at) VALUES (:now)').run({ now: clock.nowMs() })
    // Words of leads that were stored just before the last run of the app was killed.
    writer.followUp()
    return {
      writer,
      undoLeftOver: (stopped) => undoLeftOver(writer, stopped),
      catchUp: (stopped) => catchUp(writer, stopped),
      close() {
        try {
          writer.followUp()
        } finally {
          // Also on a full disk: nothing that was acknowledged is lost, and the folder must be free for the next.
          db.close()
          lock.release()
        }
      },
    }
  } catch (error) {
    db.close()
    throw error
  }
}

async function undoLeftOver(writer: HistoryWriter, stopped: () => boolean): Promise<void> {
  try {
    for (const batch of findHalfUndone(writer))
      await undoBatch(writer, batch, { onProgress: () => {}, stopped })
  } catch {
    // What is left is tried again after the next import or at the next start, or when the user undoes it again.
  }
}
