import { kolmogorovMatrix } from './kolmogorov-matrix.ts'
import { kolmogorovOneSided } from './kolmogorov-one-sided.ts'
import { kolmogorovPelzGood } from './kolmogorov-pelz-good.ts'

const FEW = 140

/**
 * Survival function of the two-sided one-sample Kolmogorov-Smirnov statistic: the chance that `n` values drawn from a
 * continuous distribution lie, somewhere, `d` or further from it.
 *
 * `n` whole and above 0 (else NaN), `d` a distance of 0 to 1. d of 1/(2n) and below gives 1, d of 1 and above 0; NaN gives NaN.
 * Agrees with SciPy's `kstwo.sf` to 1e-9 relative; it follows its choice of method, because where methods meet they differ by
 * more than that (twice the one-sided tail is 1e-6 too large at n d^2 = 2.2).
 * Source: Simard, L'Ecuyer (2011), "Computing the two-sided Kolmogorov-Smirnov distribution".
 */
export function kolmogorovSurvival(n: number, d: number): number {
  if (Number.isNaN(d) || !Number.isInteger(n) || n < 1) return Number.NaN
  if (d >= 1) return 0
  if (n * d <= 0.5) return 1
  const squared = n * d * d
  const isTail = d >= 0.5 || squared > (n <= FEW ? 4 : 2.2)
  if (isTail) return clip(2 * kolmogorovOneSided(n, d))
  // Crossing so little is certain to the last digit, and the matrix would be large.
  if (squared < 0.02) return 1
  const useMatrix = n <= FEW || (n <= 100_000 && n * d ** 1.5 <= 1.4)
  return clip(1 - (useMatrix ? kolmogorovMatrix(n, d) : kolmogorovPelzGood(n, d)))
}

function clip(chance: number): number {
  return Math.min(1, Math.max(0, chance))
}
