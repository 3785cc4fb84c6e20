import type { NumberSamples } from './field-samples.ts'

/** Numbers of the window outside the range of the baseline. */
export interface OutOfRange {
  readonly min: number
  readonly max: number
  /** Rows of the window below the smallest and above the largest number of the baseline. */
  readonly below: number
  readonly above: number
}

/** Counts the numbers of the window outside the baseline's own range; null when the baseline has no numbers. */
export function outOfRange({ reference, window }: NumberSamples): OutOfRange | null {
  if (reference.length === 0) return null
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of reference) {
    if (value < min) min = value
    if (value > max) max = value
  }
  let [below, above] = [0, 0]
  for (const value of window) {
    if (value < min) below++
    if (value > max) above++
  }
  return { min, max, below, above }
}
