/** Puts a finished batch into the orders by score and into the search index, in slices. */
import type { WriteHandle } from './connection.ts'
import { byAscendingScore, type ScoredIds } from './score-order.ts'

export interface RankOptions {
  /** Called between slices; resolves when the next may go on. */
  readonly pause: () => Promise<void>
  /** How far it is, 0 to 1. */
  readonly onProgress: (share: number) => void
  /** Asked between slices: true leaves the rest for the next start. */
  readonly stopped: () => boolean
}

interface ChunkRange {
  readonly firstId: number
  readonly count: number
}

/** Chunks whose words go into the search index in one transaction: fewer make the index slower, more block scores. */
const CHUNKS_PER_SLICE = 4
/** Share of the work that is ranking; the rest is indexing words. */
const RANKING_SHARE = 0.4

/**
 * Ranks a batch and makes it searchable; answers whether it came to the end. Can be stopped or killed anywhere and
 * called again.
 */
export async function rankBatch(db: WriteHandle, batch: number, options: RankOptions): Promise<boolean> {
  const chunks = db
    .prepare<{ batch: number }, ChunkRange>(
      'SELECT first_id AS firstId, count FROM input_chunk WHERE batch_id = :batch ORDER BY first_id',
    )
    .all({ batch })
  const done =
    (await fillRankings(db, batch, chunks, options)) && (await fillSearch(db, batch, chunks, options))
  if (done) db.prepare<{ batch: number }>('UPDATE batch SET ranked = 1 WHERE id = :batch').run({ batch })
  return done
}

async function fillRankings(
  db: WriteHandle,
  batch: number,
  chunks: readonly ChunkRange[],
  { pause, onProgress, stopped }: RankOptions,
): Promise<boolean> {
  const scored = await readScores(db, chunks, pause)
  const insert = rankingWriter(db, batch, scored)
  let ranked = 0
  for (const portion of byAscendingScore(scored)) {
    if (stopped()) return false
    insert(portion)
    ranked += portion.length
    onProgress((ranked / scored.ids.length) * RANKING_SHARE)
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
      'SELECT id, score FROM prediction WHERE id BETWEEN :from AND :to ORDER BY id',
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
    if (index % CHUNKS_PER_SLICE === 0) await pause()
  }
  return { ids: ids.subarray(0, next), scores: scores.subarray(0, next) }
}

/** Inserts positions of `scored` into both orders, in one transaction. */
function rankingWriter(db: WriteHandle, batch: number, { ids, scores }: ScoredIds) {
  // A slice written before a kill is met again and left as it is.
  const rank = db.prepare<{ score: number; id: number }>(
    'INSERT OR IGNORE INTO ranking (score, id) VALUES (:score, :id)',
  )
  const rankInBatch = db.prepare<{ batch: number; score: number; id: number }>(
    'INSERT OR IGNORE INTO batch_ranking (batch_id, score, id) VALUES (:batch, :score, :id)',
  )
  return db.transaction((positions: Uint32Array) => {
    for (const position of positions) {
      const row = { score: scores[position] ?? 0, id: ids[position] ?? 0 }
      rank.run(row)
      rankInBatch.run({ ...row, batch })
    }
  })
}

async function fillSearch(
  db: WriteHandle,
  batch: number,
  chunks: readonly ChunkRange[],
  { pause, onProgress, stopped }: RankOptions,
): Promise<boolean> {
  const indexedTo = db
    .prepare<{ batch: number }, number>('SELECT searchable_to FROM batch WHERE id = :batch')
    .pluck()
    .get({ batch })
  const insert = searchWriter(db, batch)
  for (let index = 0; index < chunks.length; index += CHUNKS_PER_SLICE) {
    if (stopped()) return false
    const slice = chunks.slice(index, index + CHUNKS_PER_SLICE)
    if ((slice[0]?.firstId ?? 0) > (indexedTo ?? 0)) insert(slice)
    onProgress(RANKING_SHARE + (1 - RANKING_SHARE) * ((index + slice.length) / chunks.length))
    await pause()
  }
  return true
}

/** Adds the words of some chunks to the search index, in one transaction. */
function searchWriter(db: WriteHandle, batch: number) {
  const insert = db.prepare<{ from: number; to: number }>(
    `INSERT INTO search (rowid, name, company, email, title)
     SELECT id, name, company, email, title FROM prediction WHERE id BETWEEN :from AND :to`,
  )
  const mark = db.prepare<{ batch: number; to: number }>(
    'UPDATE batch SET searchable_to = :to WHERE id = :batch',
  )
  return db.transaction((chunks: readonly ChunkRange[]) => {
    for (const { firstId, count } of chunks) {
      const to = firstId + count - 1
      insert.run({ from: firstId, to })
      mark.run({ batch, to })
    }
  })
}
