import { meanAndSquares } from './mean-and-squares.ts'
import { NORMAL_975 } from './normal-quantile-975.ts'

/**
 * 95 % interval of a mean by the normal approximation: mean plus and minus 1.96 standard errors (divisor n - 1).
 *
 * `values` one per lead, any unit; the interval has the same. Fewer than two values give `[-Infinity, Infinity]`, which
 * says nothing; constant values give a width of 0; NaN gives NaN. Meant for losses per lead with n of a hundred and more.
 */
export function meanInterval(values: Float64Array): readonly [number, number] {
  const n = values.length
  if (n < 2) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const { mean, squares } = meanAndSquares(values)
  const reach = NORMAL_975 * Math.sqrt(squares / (n - 1) / n)
  return [mean - reach, mean + reach]
}
