/** Fills the order by score with the predictions of a batch. */
import { readBatchScores } from './chunk-scores.ts'
import type { WriteHandle } from './connection.ts'
import { rankingStatement } from './ranking-statement.ts'
import type { RankOptions } from './ranking-work.ts'
import { byAscendingScore } from './score-order.ts'

/** Answers whether it came to the end. Rows that are there already are met again and left as they are. */
export async function fillRanking(
  db: WriteHandle,
  batch: number,
  { pause, onProgress, stopped }: RankOptions,
): Promise<boolean> {
  const scored = readBatchScores(db, batch)
  const insert = db.transaction(
    rankingStatement(db, (rows) => `INSERT OR IGNORE INTO ranking (score, id) VALUES ${rows}`, scored),
  )
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
