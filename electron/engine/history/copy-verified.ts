/** Copies a history while it is open, and trusts the copy only after having read it. */
import { dirname } from 'node:path'
import { refuse } from '../../contract/result.ts'
import type { Files } from '../platform/files.ts'
import { openReadConnection, type ReadHandle, type WriteHandle } from './connection.ts'

/**
 * Writes a copy of the open history to `path`. It gets that name only after it was opened, checked, counted and
 * written through to the disk. Never copies the live file itself: the WAL beside it holds a part of the data.
 */
export async function copyVerified(db: WriteHandle, path: string, files: Files): Promise<void> {
  files.makeFolder(dirname(path))
  const unchecked = `${path}.tmp`
  files.remove(unchecked)
  files.ensurePrivateFile(unchecked)
  try {
    await db.backup(unchecked)
    checkCopy(unchecked, countRows(db))
    const file = files.openExisting(unchecked)
    try {
      files.fsync(file)
    } finally {
      files.close(file)
    }
    files.rename(unchecked, path)
  } finally {
    for (const leftover of ['', '-wal', '-shm', '-journal']) files.remove(unchecked + leftover)
  }
}

function checkCopy(path: string, expected: ReadonlyMap<string, number>): void {
  const copy = openReadConnection(path)
  try {
    const sound = copy.pragma('quick_check', { simple: true }) === 'ok'
    const counted = countRows(copy)
    const complete = [...expected].every(([table, count]) => counted.get(table) === count)
    if (!sound || !complete) {
      refuse(
        'copy_failed',
        'A copy of the history could not be made, so nothing was changed.',
        'Check the disk and try again.',
      )
    }
  } finally {
    copy.close()
  }
}

/** Rows of every ordinary table, by name. */
function countRows(db: ReadHandle): ReadonlyMap<string, number> {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
    )
    .pluck()
    .all()
  return new Map(
    tables.map((table) => [table, Number(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  )
}
