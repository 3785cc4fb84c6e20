/** Which columns of a wide file are drawn. */
import type { FileColumn } from '../../../electron/contract/importing.ts'
import type { Targets } from '../state/mapping.ts'

/** More cells than this side by side nobody reads, and they take seconds to draw. */
const MOST_COLUMNS = 40

/** The column it is about comes first, then those of the file in its order; of a wide file those that are used. */
export function shownColumns(
  columns: readonly FileColumn[],
  targets: Targets,
  focus: number | null,
): readonly FileColumn[] {
  const isFocus = ({ index }: FileColumn) => Number(index === focus)
  const isUsed = ({ index }: FileColumn) => Number(index === focus || targets.has(index))
  return columns
    .toSorted((a, b) => isUsed(b) - isUsed(a) || a.index - b.index)
    .slice(0, MOST_COLUMNS)
    .toSorted((a, b) => isFocus(b) - isFocus(a) || a.index - b.index)
}
