/** Takes the predictions of a batch out of the order by score. */
import { readBatchScores } from './chunk-scores.ts'
import type { WriteHandle } from './connection.ts'
import { byAscendingScore, type ScoredIds } from './score-order.ts'
import type { Slices } from './slices.ts'

/** Rows in one statement. */
const ROWS_AT_ONCE = 64

/**
 * Answers whether it came to the end; the batch must count as unranked. In the order of scores, because leads of one
 * chunk lie all over the B-tree: taken out chunk by chunk, 50,000 of them wrote 150 MB of its pages.
 */
export async function clearRanking(
  db: WriteHandle,
  batch: number,
  { transaction, pause, stopped }: Slices,
): Promise<boolean> {
  const scored = readBatchScores(db, batch)
  const remove = rankingCleaner(db, scored)
  // Reading a million scores takes as long as a slice may, and so does bringing them into order.
  await pause()
  for (const portion of byAscendingScore(scored)) {
    if (stopped()) return false
    transaction(() => remove(portion))
    await pause()
  }
  return true
}

/** Removes positions of `scored`, in the running transaction. */
function rankingCleaner(db: WriteHandle, { ids, scores }: ScoredIds): (positions: Uint32Array) => void {
  const prepare = (rows: number) =>
    db.prepare<number[]>(
      `DELETE FROM ranking WHERE (score, id) IN (VALUES ${new Array(rows).fill('(?, ?)').join(', ')})`,
    )
  const [one, many] = [prepare(1), prepare(ROWS_AT_ONCE)]
  return (positions) => {
    for (let start = 0; start < positions.length; ) {
      const rows = start + ROWS_AT_ONCE <= positions.length ? ROWS_AT_ONCE : 1
      const cells: number[] = []
      for (const position of positions.subarray(start, start + rows)) {
        cells.push(scores[position] ?? 0, ids[position] ?? 0)
      }
      ;(rows === 1 ? one : many).run(...cells)
      start += rows
    }
  }
}
