/** Connections to SQLite, with the settings the history depends on. The only file that imports better-sqlite3. */
import Sqlite from 'better-sqlite3'
import { refuse } from '../../contract/result.ts'

declare const access: unique symbol
/** A connection that can read. */
export type ReadHandle = Sqlite.Database & { readonly [access]: 'read' | 'write' }
/** The one connection that can write. */
export type WriteHandle = Sqlite.Database & { readonly [access]: 'write' }

/** Marks a file as a Leadlight history ("Lead"). */
export const APPLICATION_ID = 0x4c656164

/** Older ones can lose a commit when a WAL is reset while another connection reads. */
const OLDEST_SQLITE = '3.51.3'
const OLDEST_NAPI = 10
const BUSY_TIMEOUT_MS = 2000
/**
 * 32 MB: the upper levels of every index of a history of millions stay in memory. An import of a million leads is no
 * faster with 64 (28 s of CPU time either way, 29 s with 16) and takes 50 MB more than with 16.
 */
const CACHE_KIB = 32 * 1024

/**
 * Opens the history for writing; the file must exist (an empty one becomes a new history). `check` sees it first, and
 * throws for a file that is not to be changed.
 */
export function openWriteConnection(path: string, check: (db: ReadHandle) => void = () => {}): WriteHandle {
  const db = open(path, { readonly: false }) as WriteHandle
  try {
    check(db)
    switchToJournal(db)
  } catch (error) {
    db.close()
    throw error
  }
  db.pragma('synchronous = FULL')
  if (process.platform === 'darwin') db.pragma('fullfsync = ON')
  return db
}

/** Changes the file: the journal mode is kept in its header. */
function switchToJournal(db: WriteHandle): void {
  const journal = db.pragma('journal_mode = WAL', { simple: true })
  // SQLite answers with the old mode instead of failing when it cannot change it.
  if (journal !== 'wal') {
    refuse(
      'disk_not_suitable',
      'The disk of the data folder cannot hold a history.',
      'Choose a folder on a local disk, not on a network share.',
    )
  }
}

/** Opens the history for reading only; the file must exist. */
export function openReadConnection(path: string): ReadHandle {
  return open(path, { readonly: true }) as ReadHandle
}

/** Holds a file exclusively until it is closed or the process ends in whatever way; null when somebody else does. */
export function openExclusively(path: string): { readonly close: () => void } | null {
  // No waiting: whoever holds the lock holds it for as long as the app is open.
  const db = new Sqlite(path, { fileMustExist: true, timeout: 0 })
  try {
    db.exec('BEGIN EXCLUSIVE')
    return { close: () => db.close() }
  } catch (error) {
    db.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

function open(path: string, { readonly }: { readonly readonly: boolean }): Sqlite.Database {
  requireRuntime()
  const db = new Sqlite(path, { readonly, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  db.pragma('trusted_schema = OFF')
  db.pragma('foreign_keys = ON')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  // Nothing of the leads is to lie in the system's folder for temporary files.
  db.pragma('temp_store = MEMORY')
  const version = sqliteVersion(db)
  if (!isAtLeast(version, OLDEST_SQLITE)) {
    db.close()
    refuse('sqlite_too_old', `SQLite ${version} is too old for the history; ${OLDEST_SQLITE} is needed.`)
  }
  return db
}

/** better-sqlite3 ends an older Node without a word. */
function requireRuntime(): void {
  if (Number(process.versions.napi) >= OLDEST_NAPI) return
  refuse('node_too_old', `Node ${process.version} is too old for Leadlight; use Node 24.`)
}

/** Version of the SQLite that runs. */
export function sqliteVersion(db: Sqlite.Database): string {
  return String(db.prepare('SELECT sqlite_version()').pluck().get())
}

/** The same, without a history. */
export function inMemorySqliteVersion(): string {
  requireRuntime()
  const db = new Sqlite(':memory:')
  try {
    return sqliteVersion(db)
  } finally {
    db.close()
  }
}

/** Whether a dotted version is `oldest` or later. */
export function isAtLeast(version: string, oldest: string): boolean {
  const [has, needs] = [version, oldest].map((text) => text.split('.').map(Number))
  for (const [place, needed] of (needs ?? []).entries()) {
    const part = has?.[place] ?? 0
    if (part !== needed) return part > needed
  }
  return true
}

/** What SQLite's code means to a person; null for an error that is not SQLite's. */
export function explainDatabaseError(
  error: unknown,
): { readonly code: string; readonly message: string; readonly hint: string } | null {
  if (!(error instanceof Sqlite.SqliteError)) return null
  const explained = EXPLANATIONS.find(([prefix]) => error.code.startsWith(prefix))
  return explained ? { code: explained[1], message: explained[2], hint: explained[3] } : null
}

const EXPLANATIONS: readonly (readonly [prefix: string, code: string, message: string, hint: string])[] = [
  [
    'SQLITE_FULL',
    'disk_full',
    'The disk is full: this was not saved.',
    'Free some space and try again. What was saved before is safe.',
  ],
  [
    'SQLITE_BUSY',
    'history_busy',
    'Another program is using the history right now.',
    'Close other copies of Leadlight and try again.',
  ],
  [
    'SQLITE_READONLY',
    'data_folder_not_writable',
    'The data folder cannot be written to.',
    'Check its permissions or choose another folder.',
  ],
  [
    'SQLITE_PERM',
    'data_folder_not_writable',
    'The data folder cannot be written to.',
    'Check its permissions or choose another folder.',
  ],
  [
    'SQLITE_CANTOPEN',
    'history_not_opened',
    'The history cannot be opened.',
    'Check that the data folder is there and can be read and written.',
  ],
  [
    'SQLITE_NOTADB',
    'history_damaged',
    'The history file is damaged or is not a Leadlight history.',
    'It was left as it is. Restore a backup.',
  ],
  [
    'SQLITE_CORRUPT',
    'history_damaged',
    'The history file is damaged.',
    'It was left as it is. Restore a backup.',
  ],
  [
    'SQLITE_IOERR',
    'disk_error',
    'The disk reported an error.',
    'Check the disk. What was saved before is as it was.',
  ],
]
