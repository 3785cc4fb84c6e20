/** Chance of a false alarm 5 %, of seeing the shift 90 %: 1.96 + 1.28 standard errors. */
const STANDARD_ERRORS = 1.959964 + 1.281552

/**
 * The smallest shift of a mean, in standard deviations, that two samples of these sizes would probably show.
 *
 * By the two-sample z test, two-sided at 5 %, with 90 % power. Both sizes at least 1.
 */
export function noticeableShift(baseline: number, window: number): number {
  return STANDARD_ERRORS * Math.sqrt(1 / baseline + 1 / window)
}
