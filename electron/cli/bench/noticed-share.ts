import { meanAndSquares } from '../../../model/statistics/mean-and-squares.ts'
import { judgeSizeAware } from '../../engine/monitoring/judgement/judge-size-aware.ts'
import { drawRows, samplesOf } from './draw-samples.ts'
import type { ReferenceColumn } from './reference-columns.ts'

/** A shift to be noticed. */
export interface ShiftedField {
  readonly column: ReferenceColumn
  /** In standard deviations of the column. */
  readonly shift: number
  /** Rows of the window. */
  readonly rows: number
  /** Comparisons of the report; all but the shifted one have the same in both samples. */
  readonly comparisons: number
  readonly repeats: number
  readonly random: () => number
}

/** Share of repeats in which a shifted field of numbers is called drift; reference and window are both drawn. */
export function noticedShare({ column, shift, rows, comparisons, repeats, random }: ShiftedField): number {
  const leads = column.cells.length
  const by = shift * Math.sqrt(meanAndSquares(column.cells).squares / leads)
  const still: ReferenceColumn = { name: 'still', levels: null, cells: new Float64Array(20) }
  const all = Uint32Array.from({ length: 20 }, (_, row) => row)
  const others = Array.from({ length: comparisons - 1 }, () => samplesOf(still, all, all))
  let noticed = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const samples = samplesOf(column, drawRows(leads, leads, random), drawRows(leads, rows, random), by)
    if (judgeSizeAware([samples, ...others]).verdict === 'drift') noticed++
  }
  return noticed / repeats
}
