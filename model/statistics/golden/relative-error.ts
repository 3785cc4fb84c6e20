/** Below this, numbers are as good as 0: results there differ by their last few bits of a denormal number. */
const NOTHING = 1e-300

/**
 * How far `actual` is from `expected`, as a share of `expected`; 0 when both are NaN, the same infinity or below 1e-300.
 *
 * Infinity when only one is NaN, infinite or 0. For tests: `expect(relativeError(a, b)).toBeLessThan(1e-12)`.
 */
export function relativeError(actual: number, expected: number): number {
  if (Object.is(actual, expected) || Math.abs(actual - expected) <= NOTHING) return 0
  const error = Math.abs(actual - expected) / Math.abs(expected)
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error
}
