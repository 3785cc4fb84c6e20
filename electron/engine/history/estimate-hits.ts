/** How many leads a search finds, roughly: from some leads of the selection, spread evenly over it. */
import type { ReadHandle } from './connection.ts'
import { inRanges, type LeadSelection } from './lead-selection.ts'
import { countSelected } from './score-rollup.ts'
import { LISTED } from './unranked.ts'
import type { WordProbe } from './word-probe.ts'

/** Leads asked: a share of a half is right within three hundredths, one of a tenth within two. */
const SAMPLE = 1000
/** Leads looked at, at most, to find those of the selection among them: they lie all over the file. */
const MOST_LOOKED_AT = 4000
/** Steps of this part of the whole spread over it evenly however many there are, and follow no pattern in a file. */
const GOLDEN_SHARE = (Math.sqrt(5) - 1) / 2

/** With fewer of them in the sample the estimate would be poor, and the hits are few enough to be counted. */
const ENOUGH = 50

/** The estimate in two figures; null when the hits can be counted. The same for the same history. */
export function estimateHits(
  db: ReadHandle,
  selection: LeadSelection,
  words: string,
  probe: WordProbe,
): number | null {
  const selected = countSelected(db, selection)
  const sample = sampleOf(db, selection, selected)
  const matching = probe(words, sample).size
  return matching < ENOUGH ? null : Number(((selected * matching) / sample.length).toPrecision(2))
}

function sampleOf(db: ReadHandle, { ranges, batch }: LeadSelection, selected: number): number[] {
  const [first, last] = idRange(db, batch)
  const looked = Math.min(MOST_LOOKED_AT, Math.ceil((SAMPLE * (last - first + 1)) / Math.max(1, selected)))
  const ids = Array.from(
    { length: looked },
    (_, step) => first + Math.floor(((step * GOLDEN_SHARE) % 1) * (last - first + 1)),
  )
  const inBatch = batch === null ? '' : 'AND batch_id = :batch'
  const within = inRanges(ranges)
  return db
    .prepare<{ ids: string; batch?: number }, [id: number, score: number]>(
      `SELECT id, score FROM prediction
       WHERE id IN (SELECT value FROM json_each(:ids)) AND ${LISTED} ${inBatch}`,
    )
    .raw()
    .all({ ids: JSON.stringify(ids), ...(batch === null ? {} : { batch }) })
    .filter(([, score]) => within(score))
    .map(([id]) => id)
}

function idRange(db: ReadHandle, batch: number | null): readonly [first: number, last: number] {
  const [source, id] =
    batch === null ? ['prediction', 'id'] : ['input_chunk WHERE batch_id = :batch', 'first_id']
  const find = (which: 'min' | 'max') =>
    db
      .prepare<{ batch?: number }, number>(`SELECT ifnull(${which}(${id}), 0) FROM ${source}`)
      .pluck()
      .get(batch === null ? {} : { batch }) ?? 0
  // The last chunk of a batch goes on after its first id; as a share of a large batch that is nothing.
  return [find('min'), find('max')]
}
