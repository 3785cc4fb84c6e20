/** Fills the orders by score with the predictions of a batch. */
import type { WriteHandle } from './connection.ts'
import type { ChunkRange, RankOptions } from './ranking-work.ts'
import { byAscendingScore, type ScoredIds } from './score-order.ts'
import { LISTED } from './unranked.ts'

/** Chunks whose scores are read between two pauses. */
const CHUNKS_PER_READ = 8
/** Rows in one statement: a quarter of the time that single rows take. */
const ROWS_AT_ONCE = 64

/** Answers whether it came to the end. Rows that are there already are met again and left as they are. */
export async function fillRankings(
  db: WriteHandle,
  batch: number,
  chunks: readonly ChunkRange[],
  { pause, onProgress, stopped }: RankOptions,
): Promise<boolean> {
  const scored = await readScores(db, chunks, pause)
  const insert = rankingWriter(db, batch, scored)
  let ranked = 0
  // Ascending, because a B-tree that is filled in its own order is several times faster.
  for (const portion of byAscendingScore(scored)) {
    if (stopped()) return false
    insert(portion)
    ranked += portion.length
    onProgress(ranked / scored.ids.length)
    await pause()
  }
  return true
}

async function readScores(
  db: WriteHandle,
  chunks: readonly ChunkRange[],
  pause: () => Promise<void>,
): Promise<ScoredIds> {
  const select = db
    .prepare<{ from: number; to: number }, [id: number, score: number]>(
      `SELECT id, score FROM prediction WHERE id BETWEEN :from AND :to AND ${LISTED} ORDER BY id`,
    )
    .raw()
  const count = chunks.reduce((sum, chunk) => sum + chunk.count, 0)
  const ids = new Float64Array(count)
  const scores = new Float32Array(count)
  let next = 0
  for (const [index, chunk] of chunks.entries()) {
    // An erased lead leaves a gap in its chunk.
    for (const [id, score] of select.all({ from: chunk.firstId, to: chunk.firstId + chunk.count - 1 })) {
      ids[next] = id
      scores[next] = score
      next += 1
    }
    if (index % CHUNKS_PER_READ === 0) await pause()
  }
  return { ids: ids.subarray(0, next), scores: scores.subarray(0, next) }
}

/** Inserts positions of `scored` into both orders, in one transaction. */
function rankingWriter(db: WriteHandle, batch: number, { ids, scores }: ScoredIds) {
  const prepare = (rows: number) => {
    const values = (row: string) => new Array(rows).fill(row).join(', ')
    return {
      all: db.prepare<number[]>(`INSERT OR IGNORE INTO ranking (score, id) VALUES ${values('(?, ?)')}`),
      inBatch: db.prepare<number[]>(
        `INSERT OR IGNORE INTO batch_ranking (batch_id, score, id) VALUES ${values(`(${batch}, ?, ?)`)}`,
      ),
    }
  }
  const [one, many] = [prepare(1), prepare(ROWS_AT_ONCE)]
  return db.transaction((positions: Uint32Array) => {
    for (let start = 0; start < positions.length; ) {
      const rows = start + ROWS_AT_ONCE <= positions.length ? ROWS_AT_ONCE : 1
      const cells: number[] = []
      for (const position of positions.subarray(start, start + rows)) {
        cells.push(scores[position] ?? 0, ids[position] ?? 0)
      }
      const { all, inBatch } = rows === 1 ? one : many
      all.run(...cells)
      inBatch.run(...cells)
      start += rows
    }
  })
}
