import { cutColumn } from './cut-column.ts'
import type { Matrix } from './ensemble.ts'

/** A matrix whose values are replaced by small bin numbers, column by column: what split finding works on. */
export interface BinnedMatrix {
  readonly rows: number
  /** Per column the cuts between bins, ascending: `x < cuts[b]` says that x is in bin b or a lower one. */
  readonly cuts: readonly Float32Array[]
  /** Per column the bin of each row; missing values have the bin after the last, `missingBin`. */
  readonly bins: readonly Uint8Array[]
  /** Where each column's bins begin when all are laid end to end, missing bins included. */
  readonly firstSlots: Int32Array
  readonly slotCount: number
}

/** Cuts every column into at most `maxBins` (255 or less) bins. NaN is missing; an infinity is refused as a bug. */
export function binMatrix(matrix: Matrix, maxBins: number): BinnedMatrix {
  const cuts: Float32Array[] = []
  const bins: Uint8Array[] = []
  const firstSlots = new Int32Array(matrix.columns)
  let slotCount = 0
  for (let column = 0; column < matrix.columns; column += 1) {
    const values = columnValues(matrix, column)
    const columnCuts = cutColumn(values, maxBins)
    cuts.push(columnCuts)
    bins.push(
      Uint8Array.from(values, (x) => (Number.isNaN(x) ? columnCuts.length + 1 : binOf(columnCuts, x))),
    )
    firstSlots[column] = slotCount
    slotCount += columnCuts.length + 2
  }
  return { rows: matrix.rows, cuts, bins, firstSlots, slotCount }
}

/** The bin number that stands for a missing value in a column. */
export function missingBin(binned: BinnedMatrix, column: number): number {
  return (binned.cuts[column]?.length ?? 0) + 1
}

function columnValues(matrix: Matrix, column: number): Float32Array {
  const values = new Float32Array(matrix.rows)
  for (let row = 0; row < matrix.rows; row += 1) {
    const x = matrix.data[row * matrix.columns + column] ?? Number.NaN
    if (x === Infinity || x === -Infinity) throw new RangeError(`row ${row}, column ${column} is infinite`)
    values[row] = x
  }
  return values
}

/** Number of cuts at or below x, by halving. */
function binOf(cuts: Float32Array, x: number): number {
  let low = 0
  let high = cuts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (x < (cuts[middle] ?? Infinity)) high = middle
    else low = middle + 1
  }
  return low
}
