/**
 * How far `actual` is from `expected`, as a share of `expected`; 0 when both are NaN, the same infinity, or no further apart than
 * `absolute`.
 *
 * Infinity when only one is NaN, infinite or 0. Below 1e-300 doubles run out of digits, hence there is always something absolute.
 * For tests: `expect(relativeError(a, b)).toBeLessThan(1e-12)`.
 */
export function relativeError(actual: number, expected: number, absolute = 1e-300): number {
  if (Object.is(actual, expected) || Math.abs(actual - expected) <= absolute) return 0
  const error = Math.abs(actual - expected) / Math.abs(expected)
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : error
}
