import type { BinnedMatrix } from './bin-matrix.ts'

/**
 * Sums of gradients and hessians per bin, for some rows: `[gradient, hessian]` per slot of `BinnedMatrix.firstSlots`.
 * Only the slots of the columns it was built for mean anything.
 */
export type Histogram = Float64Array

/** Fills `histogram` from `rows`, for `columns`. `scratch` holds at least two numbers per row. */
export function fillHistogram(
  histogram: Histogram,
  binned: BinnedMatrix,
  columns: Uint32Array,
  rows: Uint32Array,
  pairs: Float64Array,
  scratch: Float64Array,
): void {
  // Gathered once, because every column reads them again.
  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0
    scratch[2 * i] = pairs[2 * row] ?? 0
    scratch[2 * i + 1] = pairs[2 * row + 1] ?? 0
  }
  histogram.fill(0)
  for (const column of columns) {
    const bins = binned.bins[column]
    if (bins === undefined) throw new RangeError(`no column ${column}`)
    addColumn(histogram, binned.firstSlots[column] ?? 0, bins, rows, scratch)
  }
}

/** Takes a child away from its parent, in place: what remains is the other child. Exact (see loss-gradients.ts). */
export function subtractHistogram(parent: Histogram, child: Histogram): void {
  for (let i = 0; i < parent.length; i += 1) parent[i] = (parent[i] ?? 0) - (child[i] ?? 0)
}

function addColumn(
  histogram: Histogram,
  firstSlot: number,
  bins: Uint8Array,
  rows: Uint32Array,
  gathered: Float64Array,
): void {
  for (let i = 0; i < rows.length; i += 1) {
    const at = 2 * (firstSlot + (bins[rows[i] ?? 0] ?? 0))
    histogram[at] = (histogram[at] ?? 0) + (gathered[2 * i] ?? 0)
    histogram[at + 1] = (histogram[at + 1] ?? 0) + (gathered[2 * i + 1] ?? 0)
  }
}
