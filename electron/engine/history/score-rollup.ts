/** Counts of predictions by batch and score, kept with every prediction, so that totals need no scan. */
import type { ReadHandle, WriteHandle } from './connection.ts'
import { countInBatch, idsInBatch } from './find-in-batch.ts'
import { inRanges, type LeadSelection, takesAllScores } from './lead-selection.ts'
import { unrankedBatches } from './unranked.ts'

/** The batch number under which leads typed in are counted. */
export const TYPED_IN = 0

/** The hundredth a score is counted under. SQL that computes it says `CAST(score * 100 AS INTEGER)`: the same number. */
const hundredthOf = (score: number): number => Math.floor(score * 100)

/** Adds scores to the counts of their batch, in the running transaction. */
export function createRollupWriter(db: WriteHandle): (batch: number | null, scores: Float32Array) => void {
  // All of them in one statement, a third of the time of one by one.
  const add = db.prepare<{ batch: number; counts: string }>(
    `INSERT INTO score_rollup (batch_id, hundredth, count)
     SELECT :batch, CAST(key AS INTEGER), value FROM json_each(:counts) WHERE true
     ON CONFLICT DO UPDATE SET count = count + excluded.count`,
  )
  return (batch, scores) => {
    const counts: Record<number, number> = {}
    for (const score of scores) counts[hundredthOf(score)] = (counts[hundredthOf(score)] ?? 0) + 1
    add.run({ batch: batch ?? TYPED_IN, counts: JSON.stringify(counts) })
  }
}

/**
 * How many predictions have a score of at least `threshold` (all when it is 0 or less), of one batch or of the whole
 * history.
 */
export function countAtLeast(db: ReadHandle, threshold: number, batch: number | null): number {
  const hundredth = threshold <= 0 ? -1 : hundredthOf(threshold)
  const above = db
    .prepare<{ batch: number | null; hundredth: number }, number>(
      `SELECT ifnull(sum(count), 0) FROM score_rollup
       WHERE hundredth > :hundredth AND (:batch IS NULL OR batch_id = :batch)`,
    )
    .pluck()
    .get({ batch, hundredth })
  return (above ?? 0) + (threshold <= 0 ? 0 : countWithinHundredth(db, threshold, batch))
}

/** The rest: predictions counted under the threshold's own hundredth that reach it. */
function countWithinHundredth(db: ReadHandle, threshold: number, batch: number | null): number {
  const hundredth = hundredthOf(threshold)
  const reaches = (score: number) => score >= threshold && hundredthOf(score) === hundredth
  if (batch !== null) return countInBatch(db, batch, reaches)
  const unranked = unrankedBatches(db)
  const parameters = {
    threshold,
    hundredth,
    // One hundredth more than needed: multiplying by 100 may round up.
    below: (hundredth + 2) / 100,
  }
  const ranked = db
    .prepare<typeof parameters, number>(
      `SELECT id FROM ranking
     WHERE score >= :threshold AND score < :below AND CAST(score * 100 AS INTEGER) = :hundredth`,
    )
    .pluck()
  if (unranked.length === 0) return ranked.all(parameters).length
  // A batch that is being ranked is partly met in both.
  const ids = new Set(ranked.all(parameters))
  const inBatch = (one: number) => idsInBatch(db, one, reaches, 'oldest', 0, Number.POSITIVE_INFINITY)
  for (const id of unranked.flatMap(inBatch)) ids.add(id)
  return ids.size
}

/** How many predictions a selection holds; its words are not looked at. */
export function countSelected(db: ReadHandle, selection: Omit<LeadSelection, 'words'>): number {
  const { ranges, batch } = selection
  // One look through the batch instead of one for each bound.
  if (batch !== null && !takesAllScores(selection)) return countInBatch(db, batch, inRanges(ranges))
  return ranges.reduce(
    (sum, { from, below }) =>
      sum + countAtLeast(db, from, batch) - (below > 1 ? 0 : countAtLeast(db, below, batch)),
    0,
  )
}

/** How many predictions there are: those in the call list, and those whose place a newer one took. */
export function countStored(db: ReadHandle): number {
  const superseded = db.prepare<[], number>('SELECT count(*) FROM superseded WHERE listed = 0').pluck().get()
  return countAtLeast(db, 0, null) + (superseded ?? 0)
}
