/** What a check found, ordered for reading: cells by what becomes of them, and the rest. */
import type { CellIssue, CheckReport, Finding, Reject } from '../../../electron/contract/importing.ts'

/** Cells of one column with the same trouble. */
export interface IssueGroup {
  readonly key: string
  readonly kind: CellIssue['kind']
  readonly code: string
  readonly column: number
  readonly header: string
  /** Cells in all. */
  readonly count: number
  /** The most frequent first. */
  readonly issues: readonly CellIssue[]
}

const KINDS: readonly CellIssue['kind'][] = ['rejects', 'missing', 'repaired']

/** Groups by column and code; what costs most comes first: rows left out, then values lost, then values changed. */
export function groupIssues(issues: readonly CellIssue[]): readonly IssueGroup[] {
  const groups = Map.groupBy(issues, ({ kind, code, column }) => `${kind} ${code} ${column}`)
  return [...groups]
    .flatMap(([key, all]) => {
      const [first] = all
      if (!first) return []
      const { kind, code, column, header } = first
      return [
        {
          key,
          kind,
          code,
          column,
          header,
          count: cellCount(all),
          issues: all.toSorted((a, b) => b.count - a.count),
        },
      ]
    })
    .toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || b.count - a.count)
}

/** How many cells the issues are about. */
export function cellCount(issues: readonly CellIssue[]): number {
  return issues.reduce((sum, { count }) => sum + count, 0)
}

/** Findings the mapping table shows itself, as it is changed. */
const SHOWN_BY_MAPPING: readonly string[] = ['fields_missing', 'columns_ignored']

/** Findings that are shown nowhere else: not as cells that can be corrected, not in the mapping, not as the duplicates. */
export function otherFindings(
  warnings: readonly Finding[],
  issues: readonly CellIssue[],
): readonly Finding[] {
  const told = new Set(issues.map(({ code, header }) => `${code} ${header}`))
  return warnings.filter(
    ({ code, column }) =>
      !SHOWN_BY_MAPPING.includes(code) && code !== 'rows_duplicate' && !told.has(`${code} ${column ?? ''}`),
  )
}

/** Rows left out as a whole: nothing in a single cell of them could be corrected. */
export function otherRejects({ rejects, issues }: CheckReport): readonly Reject[] {
  const told = new Set(issues.flatMap(({ kind, rows }) => (kind === 'rejects' ? rows : [])))
  return rejects.filter(({ row }) => !told.has(row))
}
