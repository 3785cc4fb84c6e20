/** The places of single leads in the lists: ranking, chunk_scores, search and score_rollup, always all of them. */
import { createChunkScores } from './chunk-scores.ts'
import type { WriteHandle } from './connection.ts'
import { TYPED_IN } from './score-rollup.ts'
import { LISTED } from './unranked.ts'

export interface ListPlaces {
  /** Takes leads out of the lists, in the running transaction; those that are not in are passed over. */
  takeOut(ids: readonly number[]): void
  /** The same for leads of a batch that is not ranked. */
  takeOutUnranked(ids: readonly number[]): void
  /** Puts leads back that were taken out, in the running transaction; they must not count as superseded any more. */
  putBack(ids: readonly number[]): void
}

/** SQL: the leads in question that are in the lists, or are to be. */
const LEADS = `prediction WHERE id IN (SELECT value FROM json_each(:ids)) AND ${LISTED}`
/** SQL: their words are in the search index. Those of a batch get there in the order of ids, some time after the lead. */
const INDEXED = `id <= ifnull((SELECT searchable_to FROM batch WHERE batch.id = prediction.batch_id),
                              (SELECT searchable_to FROM about))`
/** SQL: how many of them are counted where. */
const COUNTS = `SELECT ifnull(batch_id, ${TYPED_IN}) AS batch_id, CAST(score * 100 AS INTEGER) AS hundredth,
                       count(*) AS count
                FROM ${LEADS} GROUP BY 1, 2`

/** The places of a history's leads. Whole statements over many ids: half the time of one lead after the other. */
export function createListPlaces(db: WriteHandle): ListPlaces {
  const prepare = (sql: string) => db.prepare<{ ids: string }>(sql)
  // FTS5 wants the words it is to forget, exactly as they were.
  const forgetWords = prepare(
    `INSERT INTO search (search, rowid, name, company, email, title)
     SELECT 'delete', id, name, company, email, title FROM ${LEADS} AND ${INDEXED}`,
  )
  const unrank = prepare(`DELETE FROM ranking WHERE (score, id) IN (SELECT score, id FROM ${LEADS})`)
  // Each was counted when it was stored, so there is a row to take from.
  const uncount = prepare(
    `INSERT INTO score_rollup (batch_id, hundredth, count) ${COUNTS}
     ON CONFLICT DO UPDATE SET count = score_rollup.count - excluded.count`,
  )
  const addWords = prepare(
    `INSERT INTO search (rowid, name, company, email, title)
     SELECT id, name, company, email, title FROM ${LEADS} AND ${INDEXED}`,
  )
  const rank = prepare(`INSERT OR IGNORE INTO ranking (score, id) SELECT score, id FROM ${LEADS}`)
  const count = prepare(
    `INSERT INTO score_rollup (batch_id, hundredth, count) ${COUNTS}
     ON CONFLICT DO UPDATE SET count = score_rollup.count + excluded.count`,
  )
  const runAll = (statements: readonly ReturnType<typeof prepare>[]) => (given: readonly number[]) => {
    const ids = JSON.stringify(given)
    for (const statement of statements) statement.run({ ids })
  }
  const inBatch = createChunkScores(db)
  const takeOut = runAll([forgetWords, unrank, uncount])
  const takeOutUnranked = runAll([forgetWords, uncount])
  const putBack = runAll([addWords, rank, count])
  return {
    takeOut(ids) {
      takeOut(ids)
      inBatch.takeOut(ids)
    },
    takeOutUnranked(ids) {
      takeOutUnranked(ids)
      inBatch.takeOut(ids)
    },
    putBack(ids) {
      putBack(ids)
      inBatch.putBack(ids)
    },
  }
}
