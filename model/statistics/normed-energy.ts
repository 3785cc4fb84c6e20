import { energyDistance } from './energy-distance.ts'
import type { PooledSamples } from './pool-samples.ts'

/**
 * Energy distance of the values in standard deviations of the reference, so that fields of any unit compare.
 *
 * `scale` is `referenceScale` of the same reference. Its root is what divides, because the energy distance grows with the root
 * of the unit: values in cents and in euros give the same number. 0 for equal samples, NaN when a sample is empty.
 */
export function normedEnergy(pool: PooledSamples, scale: number): number {
  return energyDistance(pool) / Math.sqrt(scale)
}
