/** Leads that are stored and not in the search index yet: their batch has just been imported, or is being. */
import type { ReadHandle } from './connection.ts'

/** How many there are; erased and superseded ones of those batches count too. */
export function countUnsearched(db: ReadHandle): number {
  const count = db
    .prepare<[], number>(
      `SELECT ifnull(sum(count), 0) FROM input_chunk JOIN batch ON batch.id = batch_id
       WHERE searchable = 0 AND first_id > searchable_to`,
    )
    .pluck()
    .get()
  return count ?? 0
}
