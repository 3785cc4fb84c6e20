/** A reading connection that is opened with the first question, and what is built on it. */
import { systemFiles } from '../platform/files.ts'
import type { ReadHandle } from './connection.ts'
import { asRefusal } from './history-writer.ts'
import { openReader } from './open-reader.ts'

/** A history that may not be there yet. */
export interface OnDemand<Reading> {
  /** null while there is no history yet. */
  reading(): Reading | null
  /** Reads with the history, or gives `empty` while there is none. Failures of SQLite become refusals. */
  read<T>(empty: () => T, question: (history: Reading) => T): T
  close(): void
}

/** Opens the history with the first question that is asked once there is one. */
export function openOnDemand<Reading>(
  dataDir: string,
  build: (db: ReadHandle) => Reading,
): OnDemand<Reading> {
  let opened: { readonly db: ReadHandle; readonly reading: Reading } | null = null

  function reading(): Reading | null {
    if (opened) return opened.reading
    const db = openReader(dataDir, systemFiles)
    if (db) opened = { db, reading: build(db) }
    return opened?.reading ?? null
  }

  return {
    reading,
    read(empty, question) {
      const history = reading()
      try {
        return history ? question(history) : empty()
      } catch (error) {
        throw asRefusal(error)
      }
    },
    close: () => opened?.db.close(),
  }
}
