/** Cells a person corrected before the import: looked up, never written to the file. */
import type { CellFix } from '../../../contract/importing.ts'

export interface CellFixes {
  /** What is read in place of a cell, null when it is read as it stands. The fix of one row goes before one for all. */
  find(row: number, column: number, text: string): string | null
  /** Whether a fix is for this very row: then all its cells are looked up. */
  forRow(row: number): boolean
  /** Whether there are fixes at all. */
  readonly any: boolean
}

/** The fixes of one import. A later one for the same cells takes the place of an earlier one. */
export function createCellFixes(fixes: readonly CellFix[]): CellFixes {
  const everywhere = new Map<string, string>()
  const inRow = new Map<number, Map<string, string>>()
  for (const { column, row, from, to } of fixes) {
    if (row === undefined) {
      everywhere.set(cellKey(column, from), to)
      continue
    }
    const cells = inRow.get(row) ?? new Map<string, string>()
    cells.set(cellKey(column, from), to)
    inRow.set(row, cells)
  }
  return {
    any: fixes.length > 0,
    forRow: (row) => inRow.has(row),
    find: (row, column, text) => {
      if (fixes.length === 0) return null
      const key = cellKey(column, text)
      return inRow.get(row)?.get(key) ?? everywhere.get(key) ?? null
    },
  }
}

function cellKey(column: number, text: string): string {
  return `${column} ${text}`
}
