/** Counts of predictions by batch and score, kept with every prediction, so that totals need no scan. */
import type { ReadHandle, WriteHandle } from './connection.ts'
import type { LeadSelection } from './lead-selection.ts'

/** The batch number under which leads typed in are counted. */
export const TYPED_IN = 0
const HUNDREDTHS = 101

/** The hundredth a score is counted under. SQL that computes it says `CAST(score * 100 AS INTEGER)`: the same number. */
export const hundredthOf = (score: number): number => Math.floor(score * 100)

/** Adds scores to the counts of their batch, in the running transaction. */
export function createRollupWriter(db: WriteHandle): (batch: number | null, scores: Float32Array) => void {
  const add = db.prepare<{ batch: number; hundredth: number; count: number }>(
    `INSERT INTO score_rollup (batch_id, hundredth, count) VALUES (:batch, :hundredth, :count)
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  )
  const counts = new Uint32Array(HUNDREDTHS)
  return (batch, scores) => {
    counts.fill(0)
    for (const score of scores) counts[hundredthOf(score)] = (counts[hundredthOf(score)] ?? 0) + 1
    counts.forEach((count, hundredth) => {
      if (count > 0) add.run({ batch: batch ?? TYPED_IN, hundredth, count })
    })
  }
}

const UNRANKED = '(SELECT id FROM batch WHERE ranked = 0)'

/**
 * How many listed predictions have a score of at least `threshold` (all when it is 0 or less), of one batch or of the
 * whole history. Those of a batch that is not ranked yet are not listed.
 */
export function countListed(db: ReadHandle, threshold: number, batch: number | null): number {
  const hundredth = threshold <= 0 ? -1 : hundredthOf(threshold)
  const above = db
    .prepare<{ batch: number | null; hundredth: number }, number>(
      `SELECT ifnull(sum(count), 0) FROM score_rollup
       WHERE hundredth > :hundredth AND (:batch IS NULL OR batch_id = :batch) AND batch_id NOT IN ${UNRANKED}`,
    )
    .pluck()
    .get({ batch, hundredth })
  return (above ?? 0) + (threshold <= 0 ? 0 : countWithinHundredth(db, threshold, batch))
}

/** The rest: predictions counted under the threshold's own hundredth that reach it. */
function countWithinHundredth(db: ReadHandle, threshold: number, batch: number | null): number {
  const hundredth = hundredthOf(threshold)
  const parameters = {
    threshold,
    hundredth,
    // One hundredth more than needed: multiplying by 100 may round up.
    below: (hundredth + 2) / 100,
  }
  const reaches = 'score >= :threshold AND score < :below AND CAST(score * 100 AS INTEGER) = :hundredth'
  const count = (source: string) =>
    db.prepare<object, number>(`SELECT count(*) FROM ${source} AND ${reaches}`).pluck()
  if (batch !== null) {
    const source = `batch_ranking WHERE batch_id = :batch AND batch_id NOT IN ${UNRANKED}`
    return count(source).get({ ...parameters, batch }) ?? 0
  }
  // A batch that is being ranked is partly in both tables, and the same part in each.
  const all = count('ranking WHERE true').get(parameters) ?? 0
  return all - (count(`batch_ranking WHERE batch_id IN ${UNRANKED}`).get(parameters) ?? 0)
}

/** How many predictions a selection lists; its words are not looked at. */
export function countSelected(db: ReadHandle, { ranges, batch }: Omit<LeadSelection, 'words'>): number {
  return ranges.reduce(
    (sum, { from, below }) =>
      sum + countListed(db, from, batch) - (below > 1 ? 0 : countListed(db, below, batch)),
    0,
  )
}

/** How many predictions are stored, listed or not. */
export function countStored(db: ReadHandle): number {
  return db.prepare<[], number>('SELECT ifnull(sum(count), 0) FROM score_rollup').pluck().get() ?? 0
}
