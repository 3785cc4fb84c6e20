import { andersonDarling } from '../../../../model/statistics/anderson-darling.ts'
import { binTwoSamples } from '../../../../model/statistics/bin-two-samples.ts'
import { cramerVonMises } from '../../../../model/statistics/cramer-von-mises.ts'
import { energyDistance } from '../../../../model/statistics/energy-distance.ts'
import { hellingerOfNumbers } from '../../../../model/statistics/hellinger-of-numbers.ts'
import { ksTest } from '../../../../model/statistics/ks-test.ts'
import { mannWhitney } from '../../../../model/statistics/mann-whitney.ts'
import { normedWasserstein } from '../../../../model/statistics/normed-wasserstein.ts'
import { poolSamples } from '../../../../model/statistics/pool-samples.ts'
import { referenceScale } from '../../../../model/statistics/reference-scale.ts'
import { studentT } from '../../../../model/statistics/student-t.ts'
import type { NamedTest } from '../../../contract/drift.ts'
import { scoreCounts } from './score-counts.ts'

/** Score of a named test on two samples of numbers, neither empty; NaN where the test is not defined. */
export function scoreNumbers(test: NamedTest, reference: Float64Array, window: Float64Array): number {
  const pool = () => poolSamples(reference.toSorted(), window.toSorted())
  switch (test) {
    case 'ks':
      return ksTest(pool()).p
    case 'wasserstein':
      return normedWasserstein(pool(), referenceScale(reference))
    case 't_test':
      return studentT(reference, window, 'undefined').p
    case 'mannw':
      return mannWhitney(pool()).p
    case 'anderson':
      return andersonDarling(pool()).p
    case 'cramer_von_mises':
      return cramerVonMises(pool()).p
    case 'ed':
      return energyDistance(pool())
    case 'hellinger':
      return hellingerOfNumbers(reference, window).distance
    case 'z':
    case 'chisquare':
    case 'jensenshannon':
    case 'psi':
    case 'kl_div':
    case 'g_test':
    case 'fisher_exact':
    case 'TVD': {
      const counts = binTwoSamples(reference, window)
      return scoreCounts(test, counts.reference, counts.current)
    }
  }
}
