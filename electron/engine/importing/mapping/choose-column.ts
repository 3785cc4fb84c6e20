/** Decides between columns that could feed the same thing, where there is nothing to ask a person about. */
import type { ColumnTarget } from '../../../contract/importing.ts'
import type { SuggestedColumn } from './suggest-mapping.ts'

/** Columns that could feed the same thing. */
export interface Rivals {
  readonly target: ColumnTarget
  /** Two or more, in the order of the file. */
  readonly columns: readonly number[]
}

export interface Choice {
  readonly column: number
  /** Why it needs no question: a clause for a sentence. */
  readonly because: string
}

/** Two columns or more that a choice was made between. */
export interface ChosenColumn {
  readonly rivals: Rivals
  readonly choice: Choice
}

type Rows = readonly (readonly string[])[]

const BEST_FIRST = ['remembered', 'name', 'synonym', 'likeness', 'none'] as const
/** Opens only for people who pay for it. */
const CLOSED_LINK = /^https?:\/\/(?:[\w-]+\.)*linkedin\.com\/(?:sales|talent|recruiter)\//i
const LINK = /^https?:\/\//i

/**
 * The column to use, or null when only a person can say. `rows` are the file's first: a column that is empty there, a
 * link that opens only inside Sales Navigator, and columns that hold the same are no reason to ask.
 */
export function chooseColumn(
  { target, columns }: Rivals,
  suggested: readonly SuggestedColumn[],
  rows: Rows,
): Choice | null {
  const filled = columns.filter((column) => rows.some((row) => cell(row, column) !== ''))
  const [only, another] = filled
  if (only !== undefined && another === undefined) return { column: only, because: 'the other is empty' }
  if (target.kind === 'identity' && target.name === 'link') {
    const open = filled.filter((column) => mostlyOpenLinks(rows, column))
    const [link, second] = open
    if (link !== undefined && second === undefined) {
      return { column: link, because: 'its links open for everybody' }
    }
  }
  if (!allAgree(rows, columns)) return null
  const rank = (column: number) => BEST_FIRST.indexOf(suggested[column]?.matched ?? 'none')
  const [best] = [...columns].sort((a, b) => rank(a) - rank(b) || a - b)
  return best === undefined ? null : { column: best, because: 'both hold the same in the first rows' }
}

function cell(row: readonly string[], column: number): string {
  return (row[column] ?? '').trim()
}

function mostlyOpenLinks(rows: Rows, column: number): boolean {
  const links = rows.map((row) => cell(row, column)).filter((text) => text !== '')
  const open = links.filter((text) => LINK.test(text) && !CLOSED_LINK.test(text))
  return open.length * 2 > links.length
}

/** Whether no row contradicts, and at least one confirms. */
function allAgree(rows: Rows, columns: readonly number[]): boolean {
  let confirmed = false
  for (const row of rows) {
    const texts = columns.map((column) => cell(row, column).toLowerCase()).filter((text) => text !== '')
    if (new Set(texts).size > 1) return false
    if (texts.length > 1) confirmed = true
  }
  return confirmed
}
