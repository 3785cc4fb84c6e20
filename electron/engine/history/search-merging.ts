/** Merging the segments of the search index, in steps somebody else can be served between. */
import type { WriteHandle } from './connection.ts'

/** So many segments of a size are merged into one: a search asks every segment. */
const SEGMENTS_TO_MERGE = 16
/** Pages merged in one transaction, 20 ms at most. */
const MERGE_PAGES = 64

/**
 * Says when segments are merged. Left alone, FTS5 merges them while rows go in or out; for a batch that takes longer than
 * merging sixteen at a time, and holds up the thread for as long as the largest merge takes. The setting is kept in the
 * database; a run that was killed in between leaves `bySlices`, and whoever ends that work sets it back.
 */
export function setMerging(db: WriteHandle, when: 'bySlices' | 'asYouGo'): void {
  const configure = db.prepare<{ key: string; value: number }>(
    'INSERT INTO search (search, rank) VALUES (:key, CAST(:value AS INTEGER))',
  )
  const bySlices = when === 'bySlices'
  db.transaction(() => {
    configure.run({ key: 'automerge', value: bySlices ? 0 : 4 })
    configure.run({ key: 'usermerge', value: bySlices ? SEGMENTS_TO_MERGE : 4 })
    // Merges everything of a size at once, however long it takes: never in a batch, hardly ever elsewhere.
    configure.run({ key: 'crisismerge', value: bySlices ? 1900 : 64 })
  })()
}

/** A function that merges for some milliseconds and answers whether there is more to do. */
export function createMerger(db: WriteHandle): () => boolean {
  const merge = db.prepare<{ pages: number }>(
    "INSERT INTO search (search, rank) VALUES ('merge', CAST(:pages AS INTEGER))",
  )
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  return () => {
    const before = changes.get() ?? 0
    merge.run({ pages: MERGE_PAGES })
    // As FTS5 documents: fewer than two changes mean that there was nothing left to merge.
    return (changes.get() ?? 0) - before >= 2
  }
}
