import { cramerVonMisesExactP } from './cramer-von-mises-exact-p.ts'
import { greatestCommonDivisor } from './greatest-common-divisor.ts'
import type { PooledSamples } from './pool-samples.ts'
import { cramerVonMisesSurvival } from './special-functions/cramer-von-mises-survival.ts'

/** Up to here in the larger sample the p is exact; the limit is SciPy's. */
const MOST_FOR_EXACT = 20

/** Result of `cramerVonMises`. */
export interface CramerVonMises {
  /** Anderson's T, from near 0 up. */
  readonly statistic: number
  readonly p: number
  readonly method: 'exact' | 'asymptotic'
}

/**
 * Two-sample Cramér-von Mises test: are two samples from one distribution?
 *
 * Like Kolmogorov-Smirnov, but over all differences of the two empirical distributions rather than the largest. Ties by mid-ranks.
 * Exact p up to 20 values in the larger sample (with ties it may be 0), then the limiting distribution, whose
 * tail keeps its digits where SciPy's is noise. Not defined (NaN) with fewer than two values in a sample.
 * Source: Anderson (1962), "On the distribution of the two-sample Cramér-von Mises criterion"; SciPy 1.10 for the choice.
 */
export function cramerVonMises(pool: PooledSamples): CramerVonMises {
  const { referenceCount: n, currentCount: m } = pool
  if (n < 2 || m < 2) return { statistic: Number.NaN, p: Number.NaN, method: 'asymptotic' }
  const [pairs, all] = [n * m, n + m]
  const ranks = rankDistance(pool)
  const statistic = ranks / (pairs * all) - (4 * pairs - 1) / (6 * all)
  if (Math.max(n, m) <= MOST_FOR_EXACT) {
    const multiple = pairs / greatestCommonDivisor(n, m)
    const area = (multiple ** 2 * all * (6 * ranks - pairs * (4 * pairs - 1))) / (6 * pairs ** 2)
    return { statistic, p: cramerVonMisesExactP(n, m, area), method: 'exact' }
  }
  const mean = (1 + 1 / all) / 6
  const spread = (all + 1) * (4 * pairs * all - 3 * (n * n + m * m) - 2 * pairs)
  const variance = spread / (45 * all * all * 4 * pairs)
  const limiting = 1 / 6 + (statistic - mean) / Math.sqrt(45 * variance)
  return { statistic, p: cramerVonMisesSurvival(limiting), method: 'asymptotic' }
}

/** Anderson's U: n and m times the squared distances between ranks in the pooled and in the own sample, with mid-ranks. */
function rankDistance(pool: PooledSamples): number {
  const { referenceUpTo, currentUpTo, referenceCount: n, currentCount: m } = pool
  let [sum, referenceBelow, currentBelow] = [0, 0, 0]
  for (let step = 0; step < referenceUpTo.length; step++) {
    const reference = (referenceUpTo[step] ?? 0) - referenceBelow
    const current = (currentUpTo[step] ?? 0) - currentBelow
    // Over k = 1..t the rank is `middle` beyond the own ranks below, minus k.
    const middle = (reference + current + 1) / 2
    sum +=
      n * squaresAround(currentBelow + middle, reference) +
      m * squaresAround(referenceBelow + middle, current)
    referenceBelow += reference
    currentBelow += current
  }
  return sum
}

/** Sum of (middle - k)^2 over k = 1..count, without a loop. */
function squaresAround(middle: number, count: number): number {
  const shift = middle - (count + 1) / 2
  return count * shift * shift + (count * (count * count - 1)) / 12
}
