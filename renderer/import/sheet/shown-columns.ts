/** Which columns of a wide file are drawn. */
import type { FileColumn } from '../../../electron/contract/importing.ts'
import type { Targets } from '../state/mapping.ts'

/** More cells than this side by side nobody reads, and they take seconds to draw. */
const MOST_COLUMNS = 40

/** All columns of a usual file; of a wide one those that are used, in the file's order, and the one it is about. */
export function shownColumns(
  columns: readonly FileColumn[],
  targets: Targets,
  focus: number | null,
): readonly FileColumn[] {
  if (columns.length <= MOST_COLUMNS) return columns
  const byUse = columns.toSorted(
    (a, b) => use(b, targets, focus) - use(a, targets, focus) || a.index - b.index,
  )
  return byUse.slice(0, MOST_COLUMNS).toSorted((a, b) => a.index - b.index)
}

function use({ index }: FileColumn, targets: Targets, focus: number | null): number {
  if (index === focus) return 2
  return targets.has(index) ? 1 : 0
}
