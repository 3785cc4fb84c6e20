import { distinctValues } from '../../../../model/statistics/distinct-values.ts'
import { totalCount } from '../../../../model/statistics/total-count.ts'
import type { NamedTest } from '../../../contract/drift.ts'
import type { FieldSamples } from './field-samples.ts'

/** Up to this many reference rows Evidently tests; above, it measures distances. 1,000 belongs to the tests. */
const MOST_ROWS_FOR_TESTS = 1000

/**
 * The test Evidently 0.7 picks for a field: by the reference's rows, and by how many distinct values both samples hold together. The
 * window's size plays no part.
 */
export function defaultTest(field: FieldSamples): { readonly test: NamedTest; readonly distinct: number } {
  if (field.kind === 'category') {
    const { reference, window } = field
    const distinct = reference.filter((count, level) => count + (window[level] ?? 0) > 0).length
    if (totalCount(reference) > MOST_ROWS_FOR_TESTS) return { test: 'jensenshannon', distinct }
    return { test: distinct > 2 ? 'chisquare' : 'z', distinct }
  }
  const distinct = distinctValues(field.reference, field.window).length
  const few = distinct <= 5
  if (field.reference.length > MOST_ROWS_FOR_TESTS)
    return { test: few ? 'jensenshannon' : 'wasserstein', distinct }
  if (!few) return { test: 'ks', distinct }
  return { test: distinct > 2 ? 'chisquare' : 'z', distinct }
}
