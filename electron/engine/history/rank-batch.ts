/** Puts a finished batch into the orders by score and into the search index, in slices. */
import type { WriteHandle } from './connection.ts'
import { fillRankings } from './fill-rankings.ts'
import { fillSearch } from './fill-search.ts'
import type { ChunkRange, RankOptions } from './ranking-work.ts'
import { takeOutSuperseded } from './superseded.ts'

/** Share of the time that goes into ranking; the rest goes into indexing words. */
const RANKING_SHARE = 0.35

/**
 * Ranks a batch and makes it searchable; answers whether it came to the end. Can be stopped or killed anywhere and
 * called again.
 */
export async function rankBatch(db: WriteHandle, batch: number, options: RankOptions): Promise<boolean> {
  const { onProgress } = options
  const chunks = db
    .prepare<{ batch: number }, ChunkRange>(
      'SELECT first_id AS firstId, count FROM input_chunk WHERE batch_id = :batch ORDER BY first_id',
    )
    .all({ batch })
  const done =
    (await fillRankings(db, batch, chunks, {
      ...options,
      onProgress: (share) => onProgress(share * RANKING_SHARE),
    })) &&
    (await takeOutSuperseded(db, batch, options)) &&
    (await fillSearch(db, batch, chunks, {
      ...options,
      onProgress: (share) => onProgress(RANKING_SHARE + share * (1 - RANKING_SHARE)),
    }))
  if (done) db.prepare<{ batch: number }>('UPDATE batch SET ranked = 1 WHERE id = :batch').run({ batch })
  return done
}
