import { totalCount } from '../../../../model/statistics/total-count.ts'
import type { NamedTest } from '../../../contract/drift.ts'
import type { FieldSamples } from './field-samples.ts'
import { isDrift, NAMED_TESTS } from './named-tests.ts'
import { scoreCounts } from './score-counts.ts'
import { scoreNumbers } from './score-numbers.ts'

/** Judgement of one field by one test of the Evidently rule. */
export interface JudgedByTest {
  readonly name: string
  readonly verdict: 'drift' | 'no_drift' | 'not_judged' | 'no_data'
  readonly test: NamedTest
  readonly threshold: number
  /** A p-value or a distance, as `NAMED_TESTS` says; NaN where the test is not defined; null when not computed. */
  readonly score: number | null
  /** Rows with a value. */
  readonly referenceRows: number
  readonly windowRows: number
  /** Why it was not judged. */
  readonly reason: 'test_is_for_other_kind' | null
}

/**
 * Judges one field by a named test, at its own threshold unless another is given.
 *
 * `chosen`: somebody named the test. Then it must be made for the field's kind; the default rule itself uses z and chi-square on numbers
 * with few values. A side without rows is `no_data`; a score that is not defined (NaN) is no drift.
 */
export function judgeByNamedTest(
  field: FieldSamples,
  test: NamedTest,
  threshold: number = NAMED_TESTS[test].threshold,
  chosen = true,
): JudgedByTest {
  const rows = (side: Float64Array | Uint32Array) =>
    side instanceof Uint32Array ? totalCount(side) : side.length
  const [referenceRows, windowRows] = [rows(field.reference), rows(field.window)]
  const { kinds, driftWhen } = NAMED_TESTS[test]
  const about = { name: field.name, test, threshold, referenceRows, windowRows }
  if (referenceRows === 0 || windowRows === 0)
    return { ...about, verdict: 'no_data', score: null, reason: null }
  if (chosen && !kinds.includes(field.kind))
    return { ...about, verdict: 'not_judged', score: null, reason: 'test_is_for_other_kind' }
  const score =
    field.kind === 'number'
      ? scoreNumbers(test, field.reference, field.window)
      : scoreCounts(test, field.reference, field.window)
  return {
    ...about,
    verdict: isDrift(driftWhen, score, threshold) ? 'drift' : 'no_drift',
    score,
    reason: null,
  }
}
