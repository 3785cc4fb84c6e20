/** Fields by what matters most to the scores: drifted ones first, each by its drift times its importance. */
import type { FieldDrift } from '../../../contract/drift.ts'

type Ordered = Pick<FieldDrift, 'verdict' | 'statistic' | 'importance'>

/** A p of 0 would otherwise outrank any importance. */
const MOST_STRENGTH = 10

/** The most important first; equal ones stay in their order. */
export function orderFields<T extends Ordered>(fields: readonly T[]): readonly T[] {
  return fields.toSorted(
    (a, b) => Number(b.verdict === 'drift') - Number(a.verdict === 'drift') || weight(b) - weight(a),
  )
}

function weight(field: Ordered): number {
  return strength(field) * field.importance
}

/** How far a statistic is past its limit: 1 on it, whichever way it is judged. */
function strength({ statistic }: Ordered): number {
  if (!statistic) return 0
  const { judgedBy, value, p, threshold } = statistic
  const past =
    judgedBy === 'value'
      ? value / threshold
      : Math.log(Math.max(p ?? 1, Number.MIN_VALUE)) / Math.log(threshold)
  return Math.min(past, MOST_STRENGTH)
}
