import type { CategorySamples } from './field-samples.ts'

/** Categories of the window that the baseline does not hold. */
export interface UnseenLevels {
  /** The most frequent first, then by name. */
  readonly levels: readonly { readonly value: string; readonly count: number }[]
  /** Rows of the window with any of them. */
  readonly rows: number
}

/** Lists the categories of the window that the baseline does not hold. */
export function unseenLevels({ levels, reference, window }: CategorySamples): UnseenLevels {
  const unseen = levels
    .map((value, level) => ({ value, count: reference[level] === 0 ? (window[level] ?? 0) : 0 }))
    .filter(({ count }) => count > 0)
    // By code point, so that the order is the same on every machine.
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
  return { levels: unseen, rows: unseen.reduce((rows, { count }) => rows + count, 0) }
}
