/** Is the database sound? Looks at every page of it, table by table. */
import type { ReadHandle } from './connection.ts'

/**
 * SQLite's own quick check of each table and its indexes; answers what it found first, `ok` when that was nothing, null
 * when `cancelled` said so between two tables. Some seconds for a million leads.
 */
export async function checkIntegrity(
  db: ReadHandle,
  pause: () => Promise<void>,
  cancelled: () => boolean,
): Promise<string | null> {
  const tables = db
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name",
    )
    .pluck()
    .all()
  for (const table of tables) {
    await pause()
    if (cancelled()) return null
    const found = String(db.pragma(`quick_check("${table.replaceAll('"', '""')}")`, { simple: true }))
    if (found !== 'ok') return `${table}: ${found}`
  }
  return 'ok'
}
