import { stirlingError } from './stirling-error.ts'

/**
 * Survival function of the one-sided Kolmogorov-Smirnov statistic: the chance that `n` uniform values have an empirical
 * distribution that somewhere exceeds the true one by `d` or more (Smirnov's statistic D+).
 *
 * `n` whole and above 0, 0 < d < 1. Twice this is the two-sided tail, as long as crossing both ways is unlikely. Relative error
 * below 1e-12 up to n = 20,000: a sum of positive binomial terms, each by its saddle point, so that nothing large cancels.
 * Cost: n (1 - d) terms.
 * Source: Birnbaum, Tingey (1951); Loader (2000) for the terms.
 */
export function kolmogorovOneSided(n: number, d: number): number {
  const t = n * d
  const last = Math.floor(n - t)
  const errorOfN = stirlingError(n)
  let sum = Math.exp(n * Math.log1p(-d))
  for (let j = 1; j <= last; j++) {
    const rest = n - j
    // The last factor is a power of 1 - d - j/n, which rounding may leave just below 0.
    if (rest - t <= 0) break
    const log =
      Math.log(n / (2 * Math.PI * j * rest)) / 2 +
      (errorOfN - stirlingError(j) - stirlingError(rest)) +
      (j * Math.log1p(t / j) + rest * Math.log1p(-t / rest))
    sum += (Math.exp(log) * t) / (t + j)
  }
  return sum
}
