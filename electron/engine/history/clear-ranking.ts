/** Takes the predictions of a batch out of the order by score. */
import { readBatchScores } from './chunk-scores.ts'
import type { WriteHandle } from './connection.ts'
import { rankingStatement } from './ranking-statement.ts'
import { byAscendingScore } from './score-order.ts'
import type { Slices } from './slices.ts'

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
  const remove = rankingStatement(
    db,
    (rows) => `DELETE FROM ranking WHERE (score, id) IN (VALUES ${rows})`,
    scored,
  )
  // Reading a million scores takes as long as a slice may, and so does bringing them into order.
  await pause()
  for (const portion of byAscendingScore(scored)) {
    if (stopped()) return false
    transaction(() => remove(portion))
    await pause()
  }
  return true
}
