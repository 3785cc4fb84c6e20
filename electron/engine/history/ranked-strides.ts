/** Walks the ranked list, many ids at a time. */
import type { Cursor } from '../../contract/history.ts'
import type { ReadHandle } from './connection.ts'
import type { LeadSelection } from './lead-selection.ts'

/** Scores between two reads: of a million predictions, some ten thousand. */
const STRIDES = 100

/** Ids in order of score, from after the cursor on. */
export function* rankedStrides(
  db: ReadHandle,
  ranges: LeadSelection['ranges'],
  direction: 'best' | 'worst',
  after: Cursor | null,
): Generator<readonly number[]> {
  const [comparison, order] = direction === 'best' ? ['<', 'DESC'] : ['>', 'ASC']
  const find = db
    .prepare<Record<string, number>, number>(
      `SELECT id FROM ranking
       WHERE score >= :from AND score < :below AND (score, id) ${comparison} (:score, :id)
       ORDER BY score ${order}, id ${order}`,
    )
    .pluck()
  const { score, id } = after ?? (direction === 'best' ? { score: 2, id: 0 } : { score: -1, id: 0 })
  const steps = Array.from({ length: STRIDES }, (_, step) =>
    direction === 'best' ? STRIDES - 1 - step : step,
  )
  for (const step of steps) {
    // The last one takes the score 1 as well.
    const stepBelow = step === STRIDES - 1 ? 2 : (step + 1) / STRIDES
    if (direction === 'best' ? step / STRIDES > score : stepBelow < score) continue
    for (const range of direction === 'best' ? ranges : ranges.toReversed()) {
      const from = Math.max(range.from, step / STRIDES)
      const below = Math.min(range.below, stepBelow)
      if (from < below) yield find.all({ from, below, score, id })
    }
  }
}
