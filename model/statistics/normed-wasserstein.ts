import type { PooledSamples } from './pool-samples.ts'
import { wassersteinDistance } from './wasserstein-distance.ts'

/**
 * Wasserstein distance in standard deviations of the reference, so that fields of any unit compare: 0.1 is a tenth of one.
 *
 * `scale` is `referenceScale` of the same reference. 0 for equal samples, NaN when a sample is empty.
 * Source: Evidently 0.7 ("Wasserstein distance (normed)").
 */
export function normedWasserstein(pool: PooledSamples, scale: number): number {
  return wassersteinDistance(pool) / scale
}
