import { mannWhitneyExactTail } from './mann-whitney-exact-tail.ts'
import type { PooledSamples } from './pool-samples.ts'
import { normalSurvival } from './special-functions/normal-survival.ts'

/** Up to here in the smaller sample the p is exact, if nothing is tied; the limit is SciPy's. */
const MOST_FOR_EXACT = 8

/** Result of `mannWhitney`. */
export interface MannWhitney {
  /** Pairs in which the reference value is the larger, ties counting half. */
  readonly u: number
  readonly method: 'exact' | 'asymptotic'
  /** For the alternative that the reference is smaller, which is what Evidently judges. */
  readonly p: number
  readonly pTwoSided: number
}

/**
 * Mann-Whitney U test (Wilcoxon rank sum): does one sample tend to be larger than the other?
 *
 * Exact p when a sample has 8 values or fewer and nothing is tied, else the normal approximation with corrections for ties and for
 * continuity (0.5). All values tied: p = 1. An empty sample gives NaN throughout.
 * Source: Mann, Whitney (1947); SciPy 1.10's `mannwhitneyu` for the choice and the corrections.
 */
export function mannWhitney(pool: PooledSamples): MannWhitney {
  const { referenceCount: n, currentCount: m } = pool
  if (n === 0 || m === 0) {
    return { u: Number.NaN, method: 'asymptotic', p: Number.NaN, pTwoSided: Number.NaN }
  }
  const { u, ties } = countPairs(pool)
  const larger = Math.max(u, n * m - u)
  if (ties === 0 && Math.min(n, m) <= MOST_FOR_EXACT) {
    const pTwoSided = Math.min(1, 2 * mannWhitneyExactTail(n * m - larger, n, m))
    return { u, method: 'exact', p: mannWhitneyExactTail(u, n, m), pTwoSided }
  }
  const all = n + m
  // Rounding may leave the bracket just below 0 when all values are tied.
  const deviation = Math.sqrt(((n * m) / 12) * Math.max(0, all + 1 - ties / (all * (all - 1))))
  // The continuity correction makes this -Infinity, never 0/0, when all values are tied.
  const tail = (ofU: number) => normalSurvival((ofU - (n * m) / 2 - 0.5) / deviation)
  return { u, method: 'asymptotic', p: tail(n * m - u), pTwoSided: Math.min(1, 2 * tail(larger)) }
}

/** U of the reference, and the sum of t^3 - t over every group of t tied values. */
function countPairs({ referenceUpTo, currentUpTo }: PooledSamples): { u: number; ties: number } {
  let [u, ties] = [0, 0]
  let [referenceBelow, currentBelow] = [0, 0]
  for (let step = 0; step < referenceUpTo.length; step++) {
    const reference = (referenceUpTo[step] ?? 0) - referenceBelow
    const current = (currentUpTo[step] ?? 0) - currentBelow
    const tied = reference + current
    u += reference * (currentBelow + current / 2)
    if (tied > 1) ties += tied ** 3 - tied
    referenceBelow += reference
    currentBelow += current
  }
  return { u, ties }
}
