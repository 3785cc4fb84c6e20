/** Adds the words of a batch to the search index. */
import type { WriteHandle } from './connection.ts'
import type { ChunkRange, RankOptions } from './rank-batch.ts'

/** Chunks in one transaction: fewer make more segments to merge, more keep a single score waiting (20 ms with four). */
const CHUNKS_PER_SLICE = 4
/** FTS5 can hold 2,000 segments, and each slice makes one: the slices of a huge batch are larger. */
const MAX_SLICES = 1500
/** Pages merged in one transaction, some milliseconds. */
const MERGE_PAGES = 100

/** Answers whether it came to the end. The batch remembers how far it is, as a row must not go in twice. */
export async function fillSearch(
  db: WriteHandle,
  batch: number,
  chunks: readonly ChunkRange[],
  { pause, onProgress, stopped }: RankOptions,
): Promise<boolean> {
  const indexedTo = db
    .prepare<{ batch: number }, number>('SELECT searchable_to FROM batch WHERE id = :batch')
    .pluck()
    .get({ batch })
  const insert = sliceWriter(db, batch)
  setMerging(db, 'later')
  const perSlice = Math.max(CHUNKS_PER_SLICE, Math.ceil(chunks.length / MAX_SLICES))
  for (let index = 0; index < chunks.length; index += perSlice) {
    if (stopped()) return false
    const slice = chunks.slice(index, index + perSlice).filter(({ firstId }) => firstId > (indexedTo ?? 0))
    insert(slice)
    onProgress(Math.min(1, (index + perSlice) / chunks.length))
    await pause()
  }
  const mergeSome = merger(db)
  while (mergeSome()) {
    if (stopped()) return false
    await pause()
  }
  setMerging(db, 'asYouGo')
  return true
}

/** Adds the words of some chunks, in one transaction. */
function sliceWriter(db: WriteHandle, batch: number) {
  const insert = db.prepare<{ from: number; to: number }>(
    `INSERT INTO search (rowid, name, company, email, title)
     SELECT id, name, company, email, title FROM prediction WHERE id BETWEEN :from AND :to`,
  )
  const mark = db.prepare<{ batch: number; to: number }>(
    'UPDATE batch SET searchable_to = :to WHERE id = :batch',
  )
  return db.transaction((chunks: readonly ChunkRange[]) => {
    for (const { firstId, count } of chunks) {
      const to = firstId + count - 1
      insert.run({ from: firstId, to })
      mark.run({ batch, to })
    }
  })
}

/**
 * FTS5 merges its segments while rows go in. For a batch that takes twice as long as merging once at the end, and
 * blocks for as long as the largest merge takes. The setting is kept in the database; a run that was killed in between
 * leaves `later`, and the batch that is then ranked again sets it back.
 */
function setMerging(db: WriteHandle, when: 'later' | 'asYouGo'): void {
  const configure = db.prepare<{ key: string; value: number }>(
    'INSERT INTO search (search, rank) VALUES (:key, CAST(:value AS INTEGER))',
  )
  db.transaction(() => {
    configure.run({ key: 'automerge', value: when === 'later' ? 0 : 4 })
    configure.run({ key: 'crisismerge', value: when === 'later' ? 1900 : 16 })
  })()
}

/** A function that merges for some milliseconds and answers whether there is more to do. */
function merger(db: WriteHandle): () => boolean {
  const merge = db.prepare<{ pages: number }>(
    "INSERT INTO search (search, rank) VALUES ('merge', CAST(:pages AS INTEGER))",
  )
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()
  // A negative number of pages begins a merge of all segments; positive ones carry it on.
  let pages = -MERGE_PAGES
  return () => {
    const before = changes.get() ?? 0
    merge.run({ pages })
    pages = MERGE_PAGES
    // As FTS5 documents: fewer than two changes mean that there was nothing left to merge.
    return (changes.get() ?? 0) - before >= 2
  }
}
