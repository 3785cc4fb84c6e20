import { meanAndSquares } from './mean-and-squares.ts'
import { studentTTwoSided } from './special-functions/student-t-two-sided.ts'

/** Result of `studentT`. */
export interface StudentT {
  /** Mean of the reference minus mean of the current sample, in standard errors. */
  readonly t: number
  /** Degrees of freedom, n + m - 2. */
  readonly df: number
  /** Two-sided. */
  readonly p: number
}

/**
 * Student's t test for two samples with equal variances, two-sided: are the means the same?
 *
 * Samples in any order. `oneValue` says what a sample of one value does: `pooled` (right: it adds nothing to the pooled variance) or
 * `undefined` (NaN, as SciPy 1.10 and with it Evidently). Both constant: NaN when they are equal, else an infinite t and p = 0. An
 * empty sample, and one value in each, give NaN, and so does NaN.
 * Source: Student (1908); SciPy's `ttest_ind` with equal variances.
 */
export function studentT(
  reference: Float64Array,
  current: Float64Array,
  oneValue: 'pooled' | 'undefined',
): StudentT {
  const [n, m] = [reference.length, current.length]
  const df = n + m - 2
  const tooFew = oneValue === 'undefined' && (n < 2 || m < 2)
  if (tooFew || n === 0 || m === 0 || df === 0) return { t: Number.NaN, df, p: Number.NaN }
  const [x, y] = [meanAndSquares(reference), meanAndSquares(current)]
  const variance = (x.squares + y.squares) / df
  const t = (x.mean - y.mean) / Math.sqrt(variance * (1 / n + 1 / m))
  return { t, df, p: studentTTwoSided(t, df) }
}
