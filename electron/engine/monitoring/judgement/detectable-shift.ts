/**
 * What was measured by `npm run bench -- detectable-shift`: the shift, in standard deviations, that nine reports of ten notice, for
 * the middle one of the bundled reference's number fields. `referenceRows` is what those fields hold on average.
 */
const MEASURED = {
  referenceRows: 1771,
  shifts: [
    { windowRows: 20, shift: 0.99 },
    { windowRows: 30, shift: 0.82 },
    { windowRows: 50, shift: 0.62 },
    { windowRows: 100, shift: 0.46 },
    { windowRows: 200, shift: 0.34 },
    { windowRows: 500, shift: 0.22 },
    { windowRows: 1000, shift: 0.16 },
    { windowRows: 2000, shift: 0.14 },
    { windowRows: 5000, shift: 0.12 },
  ],
} as const

/**
 * The smallest shift of a field of numbers that the size-aware judgement notices in nine reports of ten, in standard deviations.
 *
 * Both sizes in rows, at least 1. Measured, and interpolated in the effective size (reference x window / both), on which such
 * tests depend; below what was measured it grows with the root of that size, above it stays: the floor of 0.1 holds it there.
 */
export function detectableShift(referenceRows: number, windowRows: number): number {
  const size = effectiveRows(referenceRows, windowRows)
  const points = MEASURED.shifts.map((point) => ({
    size: effectiveRows(MEASURED.referenceRows, point.windowRows),
    shift: point.shift,
  }))
  const above = points.findIndex((point) => point.size >= size)
  const [first, last, high] = [points[0], points.at(-1), points[above]]
  const low = points[above - 1]
  if (!first || !last) return Number.NaN
  if (!high) return last.shift
  if (!low) return first.shift * Math.sqrt(first.size / size)
  const part = Math.log(size / low.size) / Math.log(high.size / low.size)
  return low.shift * (high.shift / low.shift) ** part
}

function effectiveRows(reference: number, window: number): number {
  return (reference * window) / (reference + window)
}
