/** Fills the order by score with the predictions of a batch. */
import { scoredChunks } from './chunk-scores.ts'
import type { WriteHandle } from './connection.ts'
import type { RankOptions } from './ranking-work.ts'
import { byAscendingScore, type ScoredIds } from './score-order.ts'

/** Rows in one statement: a quarter of the time that single rows take. */
const ROWS_AT_ONCE = 64

/** Answers whether it came to the end. Rows that are there already are met again and left as they are. */
export async function fillRanking(
  db: WriteHandle,
  batch: number,
  { pause, onProgress, stopped }: RankOptions,
): Promise<boolean> {
  const scored = readScores(db, batch)
  const insert = rankingWriter(db, scored)
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

/** All at once: a million leads are four megabytes. */
function readScores(db: WriteHandle, batch: number): ScoredIds {
  const chunks = [...scoredChunks(db, batch)]
  const count = chunks.reduce((sum, chunk) => sum + chunk.scores.length, 0)
  const ids = new Float64Array(count)
  const scores = new Float32Array(count)
  let next = 0
  for (const { firstId, scores: ofChunk } of chunks) {
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

/** Inserts positions of `scored`, in one transaction. */
function rankingWriter(db: WriteHandle, { ids, scores }: ScoredIds): (positions: Uint32Array) => void {
  const prepare = (rows: number) =>
    db.prepare<number[]>(
      `INSERT OR IGNORE INTO ranking (score, id) VALUES ${new Array(rows).fill('(?, ?)').join(', ')}`,
    )
  const [one, many] = [prepare(1), prepare(ROWS_AT_ONCE)]
  return db.transaction((positions: Uint32Array) => {
    for (let start = 0; start < positions.length; ) {
      const rows = start + ROWS_AT_ONCE <= positions.length ? ROWS_AT_ONCE : 1
      const cells: number[] = []
      for (const position of positions.subarray(start, start + rows)) {
        cells.push(scores[position] ?? 0, ids[position] ?? 0)
      }
      ;(rows === 1 ? one : many).run(...cells)
      start += rows
    }
  })
}
