/** What becomes of a cell that is shown, as far as the last check and the corrections tell. */
import type { CellIssue, ImportSettings } from '../../../electron/contract/importing.ts'
import { fixOf } from '../state/settings.ts'

/** A cell of the file. */
export interface CellPlace {
  readonly row: number
  readonly column: number
  /** The cell as it stands in the file. */
  readonly text: string
}

/** `lost`: it counts as empty, or its row is left out. `fixed`: something else is read in its place. */
export interface CellReading {
  readonly kind: 'lost' | 'repaired' | 'fixed'
  /** What is shown in the cell. */
  readonly text: string
  readonly remark: string
}

/** Looks cells up: null for one that is read as it stands. */
export function readCells(
  issues: readonly CellIssue[],
  settings: ImportSettings,
): (cell: CellPlace) => CellReading | null {
  const key = ({ column, text }: Pick<CellPlace, 'column' | 'text'>) => `${column} ${text}`
  const byCell = new Map(issues.map((issue) => [key(issue), issue]))
  return (cell) => {
    const fix = fixOf(settings, cell)
    if (fix) return { kind: 'fixed', text: fix.to, remark: `“${cell.text}” in the file` }
    const issue = byCell.get(key(cell))
    if (!issue) return null
    return { kind: issue.kind === 'repaired' ? 'repaired' : 'lost', text: cell.text, remark: issue.message }
  }
}
