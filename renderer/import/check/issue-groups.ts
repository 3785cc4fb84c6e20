/** What a check found, ordered for reading: cells by what becomes of them, and the rest. */
import type { CellIssue, CheckReport, Finding } from '../../../electron/contract/importing.ts'

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

const KINDS: readonly CellIssue['kind'][] = ['missing', 'repaired']

/** Groups by column and code; what costs most comes first: values lost, then values changed. */
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

/** Cells of a kind beyond those a check lists one by one. */
export function unlistedCells(
  report: Pick<CheckReport, 'issues' | 'issueCells'> | null,
  kind: CellIssue['kind'],
): number {
  if (!report) return 0
  return report.issueCells[kind] - cellCount(report.issues.filter((issue) => issue.kind === kind))
}

/** Findings the mapping table shows itself, as it is changed. */
const SHOWN_BY_MAPPING: readonly string[] = ['fields_missing', 'columns_ignored']

/** Findings that are shown nowhere else: not as cells that can be corrected, not in the mapping, not as the duplicates. */
export function otherFindings(
  warnings: readonly Finding[],
  issues: readonly CellIssue[],
): readonly Finding[] {
  const told = new Set(issues.map(({ code, header }) => `${code} ${header}`))
  // Without a count it says that duplicates may have been missed, which their card does not.
  const isCounted = ({ code, count }: Finding) => code === 'rows_duplicate' && count !== undefined
  return warnings.filter(
    (finding) =>
      !SHOWN_BY_MAPPING.includes(finding.code) &&
      !isCounted(finding) &&
      !told.has(`${finding.code} ${finding.column ?? ''}`),
  )
}
