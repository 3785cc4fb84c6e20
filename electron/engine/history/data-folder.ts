/** The files of a data folder, and seeing to it that they can be written. */
import { join } from 'node:path'
import { refuse } from '../../contract/result.ts'
import type { Files } from '../platform/files.ts'

/** The database. Beside it SQLite keeps `-wal` and `-shm`. */
export const databasePath = (dataDir: string): string => join(dataDir, 'leadlight.db')

/** Copies of the history. */
export const backupFolder = (dataDir: string): string => join(dataDir, 'backups')

/**
 * Refuses a history whose database is missing or empty while its journal holds changes: SQLite would delete the
 * journal, and with it every lead that was not yet moved into the database, even when it only reads.
 */
export function requireJournalOwner(dataDir: string, files: Files): void {
  const path = databasePath(dataDir)
  // The journal first: a history that is being made gets its database's first page before its journal.
  if (!hasContent(`${path}-wal`, files) || hasContent(path, files)) return
  refuse(
    'history_missing',
    `The history file ${path} is empty or missing, but its journal with the newest changes is still there.`,
    'Put the file back, or restore a backup. Nothing was changed.',
  )
}

const hasContent = (path: string, files: Files): boolean =>
  files.kind(path) !== 'none' && files.size(path) > 0

/** Less than this and the first import would fail half way through a page. */
const MIN_FREE_BYTES = 20 * 1024 * 1024

/** Makes the folder if need be; refuses one that cannot be written to or has no room. */
export function prepareDataFolder(dataDir: string, files: Files): void {
  try {
    files.makeFolder(dataDir)
    // Permissions say little (network disks, containers): what counts is whether writing works.
    const probe = join(dataDir, '.writable')
    files.ensurePrivateFile(probe)
    files.remove(probe)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    refuse(
      'data_folder_not_writable',
      `The data folder ${dataDir} cannot be written to.`,
      'Check its permissions or choose another folder.',
      { reason },
    )
  }
  const freeBytes = files.freeBytes(dataDir)
  if (freeBytes < MIN_FREE_BYTES) {
    refuse('disk_full', 'The disk that holds the data folder is full.', 'Free some space and try again.', {
      freeBytes,
    })
  }
}
