import type { PooledSamples } from './pool-samples.ts'

/**
 * Wasserstein distance (earth mover's distance, first order): the area between the two empirical distribution functions.
 *
 * In the unit of the values: how far the values of one sample have to move, on average, to become the other. 0 for
 * equal samples; two constant samples give the distance of their constants; NaN when a sample is empty. Ties need nothing
 * special. Divide by `referenceScale` to compare fields.
 * Summed with compensation (Kahan), because 100,000 small steps would lose digits.
 * Source: Vallender (1974), "Calculation of the Wasserstein distance between probability distributions on the line".
 */
export function wassersteinDistance(pool: PooledSamples): number {
  const { values, referenceUpTo, currentUpTo, referenceCount: n, currentCount: m } = pool
  if (n === 0 || m === 0) return Number.NaN
  let [sum, lost] = [0, 0]
  for (let step = 0; step + 1 < values.length; step++) {
    const gap = Math.abs((referenceUpTo[step] ?? 0) * m - (currentUpTo[step] ?? 0) * n)
    if (gap === 0) continue
    const term = gap * ((values[step + 1] ?? 0) - (values[step] ?? 0)) - lost
    const next = sum + term
    lost = next - sum - term
    sum = next
  }
  return sum / (n * m)
}
