/** Settings kept with a history: a name, and what was decided, as JSON. */
import type { ReadHandle, WriteHandle } from './connection.ts'

/** What is kept under a name; undefined when nothing is. The reader checks what it is. */
export function readSetting(db: ReadHandle, name: string): unknown {
  const value = db
    .prepare<{ name: string }, string>('SELECT value FROM setting WHERE name = :name')
    .pluck()
    .get({ name })
  return value === undefined ? undefined : JSON.parse(value)
}

/** Keeps a value under a name, in the running transaction; undefined forgets it. */
export function keepSetting(db: WriteHandle, name: string, value: unknown): void {
  if (value === undefined) {
    db.prepare<{ name: string }>('DELETE FROM setting WHERE name = :name').run({ name })
    return
  }
  db.prepare<{ name: string; value: string }>(
    `INSERT INTO setting (name, value) VALUES (:name, :value)
     ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  ).run({ name, value: JSON.stringify(value) })
}
