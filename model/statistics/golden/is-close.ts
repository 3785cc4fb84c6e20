/**
 * Whether a computed number equals a golden one within a relative or an absolute tolerance, whichever is wider.
 *
 * NaN equals NaN and an infinity itself. Below 1e-300 doubles run out of digits, hence the absolute tolerance there is always.
 */
export function isClose(actual: number, expected: number, relative: number, absolute = 1e-300): boolean {
  if (Object.is(actual, expected) || actual === expected) return true
  return Math.abs(actual - expected) <= Math.max(relative * Math.abs(expected), absolute)
}
