/** Adds the words of a batch to the search index. */
import type { WriteHandle } from './connection.ts'
import type { ChunkRange } from './ranking-work.ts'
import { createMerger, setMerging } from './search-merging.ts'
import { LISTED } from './unranked.ts'

/** Chunks in one transaction: fewer make more segments to merge, more keep a single score waiting (20 ms with four). */
const CHUNKS_PER_SLICE = 4

export interface FillOptions {
  /** Called between slices; resolves when the next may go on. */
  readonly pause: () => Promise<void>
  /** Asked after each slice: true leaves the rest to the next call. */
  readonly giveWay: () => boolean
}

/** Makes a batch searchable, or some of it. The batch remembers how far it is, as a row must not go in twice. */
export async function fillSearch(
  db: WriteHandle,
  batch: number,
  { pause, giveWay }: FillOptions,
): Promise<void> {
  const chunks = db
    .prepare<{ batch: number }, ChunkRange>(
      `SELECT first_id AS firstId, input_chunk.count FROM input_chunk JOIN batch ON batch.id = batch_id
       WHERE batch_id = :batch AND first_id > searchable_to ORDER BY first_id`,
    )
    .all({ batch })
  const insert = sliceWriter(db, batch)
  const mergeSome = createMerger(db)
  setMerging(db, 'bySlices')
  for (let index = 0; index < chunks.length; index += CHUNKS_PER_SLICE) {
    insert(chunks.slice(index, index + CHUNKS_PER_SLICE))
    await pause()
    if (giveWay()) return
    while (mergeSome()) {
      await pause()
      if (giveWay()) return
    }
  }
  setMerging(db, 'asYouGo')
  db.prepare<{ batch: number }>('UPDATE batch SET searchable = 1 WHERE id = :batch').run({ batch })
}

/** Adds the words of some chunks, in one transaction. */
function sliceWriter(db: WriteHandle, batch: number) {
  const insert = db.prepare<{ from: number; to: number }>(
    `INSERT INTO search (rowid, name, company, email, title)
     SELECT id, name, company, email, title FROM prediction
     WHERE id BETWEEN :from AND :to AND ${LISTED}`,
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
