/**
 * The scores of each chunk of a batch, lead by lead, in four bytes a lead: what the lists of a batch are made from. Free
 * to write and a few milliseconds to read for a million leads, where an index by batch and score costs an import a
 * microsecond a lead.
 */
import type { ReadHandle, WriteHandle } from './connection.ts'
import type { ScoredIds } from './score-order.ts'

/** Scores of consecutive predictions; NaN: the lead is in no list. */
export interface ScoredChunk {
  readonly firstId: number
  readonly scores: Float32Array
}

type StoredChunk = readonly [firstId: number, scores: Buffer]

/** The chunks of a batch, by id. */
export function* scoredChunks(
  db: ReadHandle,
  batch: number,
  order: 'ASC' | 'DESC' = 'ASC',
): Generator<ScoredChunk> {
  const select = db
    .prepare<{ batch: number }, StoredChunk>(
      `SELECT first_id, scores FROM input_chunk CROSS JOIN chunk_scores USING (first_id)
       WHERE batch_id = :batch ORDER BY first_id ${order}`,
    )
    .raw()
  for (const [firstId, bytes] of select.iterate({ batch })) yield { firstId, scores: toScores(bytes) }
}

/** The scores of a batch's listed leads, all at once: a million of them are twelve megabytes. */
export function readBatchScores(db: ReadHandle, batch: number): ScoredIds {
  const count =
    db
      .prepare<{ batch: number }, number>('SELECT sum(count) FROM input_chunk WHERE batch_id = :batch')
      .pluck()
      .get({ batch }) ?? 0
  const ids = new Float64Array(count)
  const scores = new Float32Array(count)
  let next = 0
  for (const { firstId, scores: ofChunk } of scoredChunks(db, batch)) {
    for (let i = 0; i < ofChunk.length; i += 1) {
      const score = ofChunk[i] as number
      // In no list, or erased.
      if (Number.isNaN(score)) continue
      ids[next] = firstId + i
      scores[next] = score
      next += 1
    }
  }
  return { ids: ids.subarray(0, next), scores: scores.subarray(0, next) }
}

export interface ChunkScores {
  /** Adds the scores of a chunk that was stored, in the running transaction. */
  add(firstId: number, scores: Float32Array): void
  /** Takes leads out of the lists of their batches, in the running transaction. Those of no batch are passed over. */
  takeOut(ids: readonly number[]): void
  /** Puts leads back that were taken out, in the running transaction. */
  putBack(ids: readonly number[]): void
}

/** The scores of a history's chunks. */
export function createChunkScores(db: WriteHandle): ChunkScores {
  const insert = db.prepare<{ firstId: number; scores: Uint8Array }>(
    'INSERT INTO chunk_scores (first_id, scores) VALUES (:firstId, :scores)',
  )
  const update = db.prepare<{ firstId: number; scores: Uint8Array }>(
    'UPDATE chunk_scores SET scores = :scores WHERE first_id = :firstId',
  )
  const select = db
    .prepare<{ id: number }, StoredChunk>(
      'SELECT first_id, scores FROM chunk_scores WHERE first_id <= :id ORDER BY first_id DESC LIMIT 1',
    )
    .raw()
  const scoreOf = db.prepare<{ id: number }, number>('SELECT score FROM prediction WHERE id = :id').pluck()

  function rewrite(ids: readonly number[], scoreFor: (id: number) => number): void {
    let chunk: ScoredChunk | null = null
    const store = () => chunk && update.run({ firstId: chunk.firstId, scores: toBytes(chunk.scores) })
    for (const id of ids.toSorted((a, b) => a - b)) {
      if (chunk === null || id >= chunk.firstId + chunk.scores.length) {
        store()
        chunk = chunkOf(id)
      }
      if (chunk) chunk.scores[id - chunk.firstId] = scoreFor(id)
    }
    store()
  }

  function chunkOf(id: number): ScoredChunk | null {
    const found = select.get({ id })
    if (!found) return null
    const [firstId, bytes] = found
    const scores = toScores(bytes)
    return id < firstId + scores.length ? { firstId, scores } : null
  }

  return {
    add(firstId, scores) {
      insert.run({ firstId, scores: toBytes(scores) })
    },
    takeOut: (ids) => rewrite(ids, () => Number.NaN),
    putBack: (ids) => rewrite(ids, (id) => scoreOf.get({ id }) ?? Number.NaN),
  }
}

/** Little-endian like every system this app runs on. */
function toBytes(scores: Float32Array): Uint8Array {
  return new Uint8Array(scores.buffer, scores.byteOffset, scores.byteLength)
}

function toScores(bytes: Buffer): Float32Array {
  // Its own memory: a buffer may begin where no number may.
  return new Float32Array(new Uint8Array(bytes).buffer)
}
