/** Takes the leads of a batch out of the history, chunk by chunk, but for those somebody has worked with. */
import { decodeColumns, encodeColumns, eraseFromColumns } from './column-codec.ts'
import type { WriteHandle } from './connection.ts'
import { createListPlaces } from './list-places.ts'
import type { ChunkRange } from './ranking-work.ts'
import { decodeRecords, encodeRecords, eraseRecords } from './record-codec.ts'
import { createMerger, setMerging } from './search-merging.ts'
import type { Slices } from './slices.ts'
import { WORKED_WITH } from './worked-with.ts'

/** One makes more commits and segments, four keep a single score waiting. */
const CHUNKS_PER_SLICE = 2

export interface RemoveSlices extends Slices {
  readonly onProgress: (done: number, total: number) => void
}

/** Answers whether it came to the end; the batch is not ranked any more. Chunks that are gone are not met again. */
export async function removeChunks(
  db: WriteHandle,
  batch: number,
  { transaction, pause, stopped, onProgress }: RemoveSlices,
): Promise<boolean> {
  const chunks = db
    .prepare<{ batch: number }, ChunkRange>(
      'SELECT first_id AS firstId, count FROM input_chunk WHERE batch_id = :batch ORDER BY first_id',
    )
    .all({ batch })
  const total = chunks.reduce((sum, { count }) => sum + count, 0)
  const remove = chunkRemover(db, batch)
  const mergeSome = createMerger(db)
  let done = 0
  setMerging(db, 'bySlices')
  for (let index = 0; index < chunks.length; index += CHUNKS_PER_SLICE) {
    if (stopped()) return false
    const slice = chunks.slice(index, index + CHUNKS_PER_SLICE)
    transaction(() => slice.forEach(remove))
    done += slice.reduce((sum, { count }) => sum + count, 0)
    onProgress(done, total)
    await pause()
    while (!stopped() && transaction(mergeSome)) await pause()
  }
  setMerging(db, 'asYouGo')
  return true
}

/** Removes what goes of one chunk, with all that points to it, in the running transaction. */
function chunkRemover(db: WriteHandle, batch: number): (chunk: ChunkRange) => void {
  const { takeOutUnranked } = createListPlaces(db)
  const select = db
    .prepare<{ from: number; to: number }, number>(
      `SELECT id FROM prediction WHERE id BETWEEN :from AND :to AND NOT ${WORKED_WITH}`,
    )
    .pluck()
  const ofLeads = (sql: string) =>
    db.prepare<{ ids: string }>(`${sql} WHERE id IN (SELECT value FROM json_each(:ids))`)
  const removePredictions = ofLeads('DELETE FROM prediction')
  const removeSuperseded = ofLeads('DELETE FROM superseded')
  const count = db.prepare<{ batch: number; leads: number }>(
    'UPDATE batch SET removed = removed + :leads WHERE id = :batch',
  )
  const hasLeads = db
    .prepare<{ from: number; to: number }, number>(
      'SELECT EXISTS (SELECT 1 FROM prediction WHERE id BETWEEN :from AND :to)',
    )
    .pluck()
  const removeInputs = db.prepare<{ firstId: number }>('DELETE FROM input_chunk WHERE first_id = :firstId')
  const eraseInputs = inputEraser(db)

  return ({ firstId, count: places }) => {
    const range = { from: firstId, to: firstId + places - 1 }
    const ids = select.all(range)
    takeOutUnranked(ids)
    removeSuperseded.run({ ids: JSON.stringify(ids) })
    removePredictions.run({ ids: JSON.stringify(ids) })
    count.run({ batch, leads: ids.length })
    if (hasLeads.get(range) === 0) removeInputs.run({ firstId })
    else if (ids.length > 0) eraseInputs(firstId, new Set(ids.map((id) => id - firstId)))
  }
}

/** Empties places of a chunk; the other leads of it keep theirs, and their inputs. */
function inputEraser(db: WriteHandle): (firstId: number, places: ReadonlySet<number>) => void {
  const select = db.prepare<{ firstId: number }, { columns: Uint8Array; records: Uint8Array }>(
    'SELECT columns, records FROM input_chunk WHERE first_id = :firstId',
  )
  const update = db.prepare<{ firstId: number; columns: Uint8Array; records: Uint8Array }>(
    'UPDATE input_chunk SET columns = :columns, records = :records WHERE first_id = :firstId',
  )
  return (firstId, places) => {
    const chunk = select.get({ firstId })
    if (!chunk) return
    update.run({
      firstId,
      columns: encodeColumns(eraseFromColumns(decodeColumns(chunk.columns), places)),
      records: encodeRecords(eraseRecords(decodeRecords(chunk.records), places)),
    })
  }
}
