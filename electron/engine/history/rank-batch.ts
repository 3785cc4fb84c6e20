/** Puts a finished batch into the order by score, in slices. Its words follow later: see `catch-up.ts`. */
import type { WriteHandle } from './connection.ts'
import { fillRanking } from './fill-ranking.ts'
import type { RankOptions } from './ranking-work.ts'
import { takeOutSuperseded } from './superseded.ts'

/** Ranks a batch; answers whether it came to the end. Can be stopped or killed anywhere and called again. */
export async function rankBatch(db: WriteHandle, batch: number, options: RankOptions): Promise<boolean> {
  const done = (await fillRanking(db, batch, options)) && (await takeOutSuperseded(db, batch, options))
  if (done) db.prepare<{ batch: number }>('UPDATE batch SET ranked = 1 WHERE id = :batch').run({ batch })
  return done
}
