import { chiSquareFit } from '../../../../model/statistics/chi-square-fit.ts'
import { fisherExact } from '../../../../model/statistics/fisher-exact.ts'
import { gTest } from '../../../../model/statistics/g-test.ts'
import { hellinger } from '../../../../model/statistics/hellinger.ts'
import { jensenShannon } from '../../../../model/statistics/jensen-shannon.ts'
import { kullbackLeibler } from '../../../../model/statistics/kullback-leibler.ts'
import { populationStabilityIndex } from '../../../../model/statistics/population-stability-index.ts'
import { seededRandom } from '../../../../model/statistics/seeded-random.ts'
import { totalCount } from '../../../../model/statistics/total-count.ts'
import { totalVariationPermutationP } from '../../../../model/statistics/total-variation-permutation-p.ts'
import { twoProportionsZ } from '../../../../model/statistics/two-proportions-z.ts'
import type { NamedTest } from '../../../contract/drift.ts'
import { seedOfSamples } from './seed-of-samples.ts'

/** As many as Evidently deals; it does so with NumPy's generator, so that p agrees only to within chance. */
const TVD_SHUFFLES = 1000

/**
 * Score of a named test on counts over the same levels or bins, neither sample empty; NaN where the test is not defined, such as z and
 * Fisher on more than two levels, and what only numbers have.
 */
export function scoreCounts(test: NamedTest, reference: Uint32Array, window: Uint32Array): number {
  switch (test) {
    case 'z':
      return zScore(reference, window)
    case 'chisquare':
      return chiSquareFit(reference, window).p
    case 'jensenshannon':
      return jensenShannon(reference, window)
    case 'psi':
      return populationStabilityIndex(reference, window)
    case 'kl_div':
      return kullbackLeibler(reference, window)
    case 'hellinger':
      return hellinger(reference, window)
    case 'g_test':
      return gTest(reference, window).p
    case 'fisher_exact':
      return fisherScore(reference, window)
    case 'TVD': {
      const random = seededRandom(seedOfSamples(reference, window))
      return totalVariationPermutationP(reference, window, { shuffles: TVD_SHUFFLES, random })
    }
    case 'ks':
    case 'wasserstein':
    case 't_test':
    case 'mannw':
    case 'anderson':
    case 'cramer_von_mises':
    case 'ed':
      return Number.NaN
  }
}

/** Evidently shows 2 (1 - cdf), which is 0 from |z| = 8.3 up; verdicts are the same. */
function zScore(reference: Uint32Array, window: Uint32Array): number {
  const occurring = occurringLevels(reference, window)
  if (occurring.length > 2) return Number.NaN
  const first = occurring[0] ?? 0
  const side = (counts: Uint32Array) => {
    const rows = totalCount(counts)
    return { successes: rows - (counts[first] ?? 0), rows }
  }
  return twoProportionsZ(side(reference), side(window)).pFromCdf
}

function fisherScore(reference: Uint32Array, window: Uint32Array): number {
  const [first = 0, second, ...others] = occurringLevels(reference, window)
  if (others.length > 0) return Number.NaN
  const side = (counts: Uint32Array) =>
    [counts[first] ?? 0, second === undefined ? 0 : (counts[second] ?? 0)] as const
  return fisherExact(side(reference), side(window))
}

function occurringLevels(reference: Uint32Array, window: Uint32Array): number[] {
  return Array.from(reference, (_, level) => level).filter(
    (level) => (reference[level] ?? 0) + (window[level] ?? 0) > 0,
  )
}
