/** Opens the history of a data folder for reading. */
import { refuse } from '../../contract/result.ts'
import type { Files } from '../platform/files.ts'
import { openReadConnection, type ReadHandle } from './connection.ts'
import { databasePath, requireJournalOwner } from './data-folder.ts'
import { asRefusal } from './history-writer.ts'
import { checkSchema } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

/** A reading connection; null while there is no history yet. Works while another process writes. */
export function openReader(dataDir: string, files: Files): ReadHandle | null {
  const path = databasePath(dataDir)
  requireJournalOwner(dataDir, files)
  if (files.kind(path) === 'none') return null
  try {
    const db = openReadConnection(path)
    const state = trySchema(db)
    if (state === 'current') return db
    db.close()
    if (state === 'empty') return null
  } catch (error) {
    throw asRefusal(error)
  }
  return refuse(
    'history_older',
    'This history was written by an older version of Leadlight.',
    'Open it once with the app; it is copied and then brought up to date.',
  )
}

function trySchema(db: ReadHandle) {
  try {
    return checkSchema(db, MIGRATIONS)
  } catch (error) {
    db.close()
    throw error
  }
}

/** Bytes the history takes on the disk. */
export function historyBytes(dataDir: string, files: Files): number {
  const path = databasePath(dataDir)
  const sizeOf = (file: string) => (files.kind(file) === 'file' ? files.size(file) : 0)
  return sizeOf(path) + sizeOf(`${path}-wal`)
}
