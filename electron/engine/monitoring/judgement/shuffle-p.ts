import { jensenShannonPermutationP } from '../../../../model/statistics/jensen-shannon-permutation-p.ts'
import type { Shuffling } from '../../../../model/statistics/permutation-p.ts'
import { seededRandom } from '../../../../model/statistics/seeded-random.ts'
import { wassersteinPermutationP } from '../../../../model/statistics/wasserstein-permutation-p.ts'
import { fewerRows } from './fewer-rows.ts'
import type { MeasuredSamples } from './measure-samples.ts'
import { seedOfSamples } from './seed-of-samples.ts'
import { SIZE_AWARE_RULE } from './size-aware-rule.ts'

/**
 * How likely chance alone puts two samples of their sizes so far apart, by shuffling which row is of which sample.
 *
 * Seeded from the data, so that the same rows, in any order, give the same p. Shuffling stops once p cannot be 0.05 any more. Above
 * 10,000 rows a random sample of both sides takes their place in this, with its own distance.
 */
export function shuffleP(measured: MeasuredSamples): number {
  const { alpha, shuffles } = SIZE_AWARE_RULE
  const { values, reference, window } = measured
  const random = seededRandom(seedOfSamples(...(values ? [values] : []), reference, window))
  const shuffling: Shuffling = { shuffles, enough: Math.floor(alpha * (shuffles + 1)), random }
  const few = fewerRows(measured, random)
  return few.values
    ? wassersteinPermutationP(few.values, few.reference, few.window, shuffling)
    : jensenShannonPermutationP(few.reference, few.window, shuffling)
}
