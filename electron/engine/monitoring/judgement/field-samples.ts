/** What a judgement looks at: one field, or one measure of a text, in the baseline and in the window. */

/** Rows without a value, left out of the samples. */
export interface MissingRows {
  readonly reference: number
  readonly window: number
}

/** A field of numbers; both samples in any order, without NaN and infinities, rounded alike. */
export interface NumberSamples {
  readonly kind: 'number'
  readonly name: string
  readonly reference: Float64Array
  readonly window: Float64Array
  readonly missing: MissingRows
}

/** A field of categories: how many rows of either sample hold each level. */
export interface CategorySamples {
  readonly kind: 'category'
  readonly name: string
  /** Distinct names; those with no row in either sample change nothing. */
  readonly levels: readonly string[]
  readonly reference: Uint32Array
  readonly window: Uint32Array
  readonly missing: MissingRows
}

/** A field of either kind. */
export type FieldSamples = NumberSamples | CategorySamples

/**
 * Samples of a field of numbers from its cells, where NaN and infinities are missing.
 *
 * When either side has 32-bit numbers, both are rounded to 32 bits: otherwise 0.15 read from the history and 0.15 read from the
 * reference would be two values.
 */
export function numberSamples(
  name: string,
  reference: Float64Array | Float32Array,
  window: Float64Array | Float32Array,
): NumberSamples {
  const short = reference instanceof Float32Array || window instanceof Float32Array
  const present = (cells: Float64Array | Float32Array) => {
    const values = new Float64Array(cells.length)
    let rows = 0
    for (const cell of cells) if (Number.isFinite(cell)) values[rows++] = short ? Math.fround(cell) : cell
    return values.subarray(0, rows)
  }
  const [inReference, inWindow] = [present(reference), present(window)]
  return {
    kind: 'number',
    name,
    reference: inReference,
    window: inWindow,
    missing: {
      reference: reference.length - inReference.length,
      window: window.length - inWindow.length,
    },
  }
}

/** Samples of a field of categories from its cells: indices into `levels`; any other number is missing. */
export function categorySamples(
  name: string,
  levels: readonly string[],
  reference: Iterable<number>,
  window: Iterable<number>,
): CategorySamples {
  const count = (cells: Iterable<number>) => {
    const counts = new Uint32Array(levels.length)
    let missing = 0
    for (const level of cells) {
      if (level >= 0 && level < counts.length) counts[level] = (counts[level] ?? 0) + 1
      else missing++
    }
    return { counts, missing }
  }
  const [inReference, inWindow] = [count(reference), count(window)]
  return {
    kind: 'category',
    name,
    levels,
    reference: inReference.counts,
    window: inWindow.counts,
    missing: { reference: inReference.missing, window: inWindow.missing },
  }
}
