import { quantile } from './quantile.ts'

/**
 * Median: the middle value of a sample, the mean of the two middle ones when their number is even.
 *
 * `values` in any order without NaN, left as they are. Empty input gives NaN; constant input gives its value.
 * It is the 0.5 quantile of type 7.
 */
export function median(values: Float64Array): number {
  return quantile(Float64Array.from(values).sort(), 0.5)
}
