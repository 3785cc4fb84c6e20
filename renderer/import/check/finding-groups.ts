/** Findings on cells come one per text; many of the same kind are told together. */
import type { Finding } from '../../../electron/contract/importing.ts'

export interface FindingGroup {
  readonly key: string
  readonly code: string
  readonly column: string | null
  /** Cells in all. */
  readonly count: number
  readonly findings: readonly Finding[]
}

/** More than this of one kind are folded up. */
const FEW = 2

/** Findings in their order; those on cells of one column with the same trouble become one entry. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = Map.groupBy(findings, ({ code, column = null }) => `${code} ${column}`)
  return [...groups].flatMap(([key, all]) => {
    const group = (own: string, members: readonly Finding[]): FindingGroup => ({
      key: own,
      code: members[0]?.code ?? '',
      column: members[0]?.column ?? null,
      count: members.reduce((sum, { count, rows }) => sum + (count ?? rows?.length ?? 1), 0),
      findings: members,
    })
    return all.length > FEW
      ? [group(key, all)]
      : all.map((finding) => group(`${key} ${finding.text ?? finding.message}`, [finding]))
  })
}
