/** Fills the order by score with the predictions of a batch. */
import { readBatchScores } from './chunk-scores.ts'
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
  const scored = readBatchScores(db, batch)
  const insert = rankingWriter(db, scored)
  // Reading a million scores takes as long as a slice may, and so does bringing them into order.
  await pause()
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
