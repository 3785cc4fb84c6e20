import type { PooledSamples } from './pool-samples.ts'

/**
 * Gap of the two-sample Kolmogorov-Smirnov statistic, as a whole number: the largest |i m - j n| over all values, where i of n
 * in the reference and j of m in the current sample are at most the value.
 *
 * Divided by n m it is the distance D, the largest difference between the two empirical distributions. Kept whole because the exact
 * p depends on it and a difference of two quotients is off by a bit. Exact while n m < 2^53. Ties need nothing special;
 * 0 for equal samples and when a sample is empty.
 * Source: Smirnov (1939).
 */
export function ksGap(pool: PooledSamples): number {
  const { referenceUpTo, currentUpTo, referenceCount: n, currentCount: m } = pool
  let gap = 0
  for (let step = 0; step < referenceUpTo.length; step++) {
    const difference = Math.abs((referenceUpTo[step] ?? 0) * m - (currentUpTo[step] ?? 0) * n)
    if (difference > gap) gap = difference
  }
  return gap
}
