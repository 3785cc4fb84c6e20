import type { PooledSamples } from './pool-samples.ts'

/**
 * Energy distance: the root of twice the integral of the squared difference between the two empirical distribution functions.
 *
 * In the root of the unit of the values, so it means nothing across fields. 0 for equal samples, NaN when a sample is empty. Ties
 * and constants need nothing special. Summed with compensation (Kahan).
 * Source: Székely (2002), "E-statistics: the energy of statistical samples"; the form is SciPy's.
 */
export function energyDistance(pool: PooledSamples): number {
  const { values, referenceUpTo, currentUpTo, referenceCount: n, currentCount: m } = pool
  if (n === 0 || m === 0) return Number.NaN
  let [sum, lost] = [0, 0]
  for (let step = 0; step + 1 < values.length; step++) {
    const share = ((referenceUpTo[step] ?? 0) * m - (currentUpTo[step] ?? 0) * n) / (n * m)
    const term = share * share * ((values[step + 1] ?? 0) - (values[step] ?? 0)) - lost
    const next = sum + term
    lost = next - sum - term
    sum = next
  }
  return Math.sqrt(2 * sum)
}
