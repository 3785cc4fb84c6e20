import type { PooledSamples } from './pool-samples.ts'

/** The table behind the p ends here: a p above 0.25 or below 0.001 is not known. */
const [LOWEST, HIGHEST] = [0.325, 6.546]
const [CAP, FLOOR] = [0.25, 0.001]

/** Result of `andersonDarling`. */
export interface AndersonDarling {
  /** Normalised: its mean is 0 and its spread 1 when the samples are from one distribution. */
  readonly statistic: number
  /** 0.001 to 0.25. */
  readonly p: number
  /** Whether the p is only known to be at least (`capped`) or at most (`floored`) what it says. */
  readonly limit: 'capped' | 'floored' | null
}

/**
 * Anderson-Darling test for two samples, in the mid-rank form that allows ties: are they from one distribution?
 *
 * Like Kolmogorov-Smirnov, with more weight on the tails. Not defined (NaN) with fewer than four values in all, with one distinct
 * value, or with an empty sample.
 * The p is a curve through the published table, as SciPy 1.10 draws it.
 * Source: Scholz, Stephens (1987), "K-sample Anderson-Darling tests", equation 7.
 */
export function andersonDarling(pool: PooledSamples): AndersonDarling {
  const { referenceCount: n, currentCount: m } = pool
  const all = n + m
  if (n === 0 || m === 0 || all < 4 || pool.values.length < 2) {
    return { statistic: Number.NaN, p: Number.NaN, limit: null }
  }
  const statistic = (squaredDistance(pool) - 1) / standardDeviation(n, m)
  if (statistic < LOWEST) return { statistic, p: CAP, limit: 'capped' }
  if (statistic > HIGHEST) return { statistic, p: FLOOR, limit: 'floored' }
  const log = (0.01819809457411148 * statistic - 1.0082265644652522) * statistic - 1.0777702798204851
  return { statistic, p: Math.exp(log), limit: null }
}

/** Both samples' squared distances from the pooled distribution, each weighted by where it lies; they differ by n and m only. */
function squaredDistance(pool: PooledSamples): number {
  const { referenceUpTo, currentUpTo, referenceCount: n, currentCount: m } = pool
  const all = n + m
  let [sum, referenceBelow, below] = [0, 0, 0]
  for (let step = 0; step < referenceUpTo.length; step++) {
    const referenceAt = referenceUpTo[step] ?? 0
    const at = referenceAt + (currentUpTo[step] ?? 0)
    const tied = at - below
    const middle = (at + below) / 2
    const distance = (all * (referenceAt + referenceBelow)) / 2 - middle * n
    sum += ((tied / all) * distance * distance) / (middle * (all - middle) - (all * tied) / 4)
    referenceBelow = referenceAt
    below = at
  }
  return (sum * (1 / n + 1 / m) * (all - 1)) / all
}

/** Standard deviation of the statistic for two samples; the names are the paper's. */
function standardDeviation(n: number, m: number): number {
  const all = n + m
  const H = 1 / n + 1 / m
  let [h, g] = [1, 0]
  // h is the sum of 1/i below N; g sums 1/((N - i) j) over 0 < i < j < N, one partial sum of h at a time.
  for (let i = all - 1; i > 1; i--) {
    h += 1 / i
    g += (h - 1) / (all - i + 1)
  }
  const a = 4 * g - 6 + (10 - 6 * g) * H
  const b = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * H - 8 * h + 4 * g - 6
  const c = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * H + 4 * h
  const d = 4 * (2 * h + 6) - 8 * h
  return Math.sqrt((((a * all + b) * all + c) * all + d) / ((all - 1) * (all - 2) * (all - 3)))
}
