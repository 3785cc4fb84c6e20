import { ksAsymptoticP } from './ks-asymptotic-p.ts'
import { ksExactP } from './ks-exact-p.ts'
import { ksGap } from './ks-gap.ts'
import type { PooledSamples } from './pool-samples.ts'

/** From here on the exact p would cost more than it adds; the limit is SciPy's. */
const MOST_FOR_EXACT = 10_000

/** Result of `ksTest`. */
export interface KsTest {
  /** Largest difference between the two empirical distributions, 0 to 1. */
  readonly distance: number
  readonly p: number
  readonly method: 'exact' | 'asymptotic'
}

/**
 * Two-sample Kolmogorov-Smirnov test, two-sided: are two samples from one distribution?
 *
 * Exact p up to 10,000 values in the larger sample, then approximate, as SciPy's `ks_2samp` chooses. With an empty sample distance and
 * p are NaN. Equal samples, and one value in each, give p = 1. Ties make the exact p somewhat too large.
 * Source: Smirnov (1939); SciPy 1.10 for the choice.
 */
export function ksTest(pool: PooledSamples): KsTest {
  const { referenceCount: n, currentCount: m } = pool
  const gap = ksGap(pool)
  const distance = gap / (n * m)
  return Math.max(n, m) <= MOST_FOR_EXACT
    ? { distance, p: ksExactP(n, m, gap), method: 'exact' }
    : { distance, p: ksAsymptoticP(n, m, distance), method: 'asymptotic' }
}
