import { roundHalfEven } from './round-half-even.ts'
import { kolmogorovSurvival } from './special-functions/kolmogorov-survival.ts'

/**
 * Approximate two-sided p of the two-sample Kolmogorov-Smirnov test for large samples: the one-sample distribution for
 * n m / (n + m) values, rounded half to even.
 *
 * `n` and `m` are the sizes, `distance` is D from 0 to 1. NaN when the rounded size is 0 (an empty sample, or one value in
 * each). Not the textbook limit for endless samples, which is wrong by whole percents: the same as SciPy's `asymp`.
 * Source: SciPy's `ks_2samp(method='asymp')`.
 */
export function ksAsymptoticP(n: number, m: number, distance: number): number {
  return kolmogorovSurvival(roundHalfEven((n * m) / (n + m)), distance)
}
