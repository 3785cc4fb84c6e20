/** Stores a chunk: its prediction rows, its inputs, its counts. */
import { createChunkScores } from './chunk-scores.ts'
import { encodeColumns } from './column-codec.ts'
import type { WriteHandle } from './connection.ts'
import type { CodeTranslation } from './dictionary.ts'
import type { CodedColumn, LeadChunk } from './lead-chunk.ts'
import { type ChunkPlace, createPredictionWriter } from './prediction-rows.ts'
import { createRollupWriter } from './score-rollup.ts'

export interface ChunkStore {
  /** Ids for `count` predictions, never given out before; in the running transaction. */
  takeIds(count: number): number
  /** Stores a chunk under the ids from `place.firstId` on, in the running transaction. */
  store(chunk: LeadChunk, place: ChunkPlace, translation: CodeTranslation): void
}

/** A store over the writing connection. */
export function createChunkStore(db: WriteHandle): ChunkStore {
  const take = db
    .prepare<{ count: number }, number>(
      `UPDATE about SET next_prediction_id = next_prediction_id + :count
       RETURNING next_prediction_id - :count`,
    )
    .pluck()
  const insertChunk = db.prepare<{
    firstId: number
    count: number
    batch: number | null
    model: number
    columns: Uint8Array
    records: Uint8Array
  }>(
    `INSERT INTO input_chunk (first_id, count, batch_id, model_id, columns, records)
     VALUES (:firstId, :count, :batch, :model, :columns, :records)`,
  )
  const insertPredictions = createPredictionWriter(db)
  const addToRollup = createRollupWriter(db)
  const chunkScores = createChunkScores(db)

  return {
    takeIds(count) {
      const firstId = take.get({ count })
      if (firstId === undefined) throw new Error('the history has no row that hands out ids')
      return firstId
    },
    store(chunk, place, translation) {
      const { count, records, scores } = chunk
      const columns = chunk.columns.map((column, field) => withGlobalCodes(column, field, translation))
      insertPredictions(chunk, place)
      insertChunk.run({
        firstId: place.firstId,
        count,
        batch: place.batch,
        model: place.model,
        columns: encodeColumns({ count, columns }),
        records,
      })
      if (place.batch !== null) chunkScores.add(place.firstId, scores)
      addToRollup(place.batch, scores)
    },
  }
}

function withGlobalCodes(column: CodedColumn, field: number, translation: CodeTranslation): CodedColumn {
  return column.kind === 'category'
    ? { kind: 'category', codes: translation.translate(field, column.codes) }
    : column
}
