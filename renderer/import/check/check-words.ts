/** What a check found, in a sentence and a few figures. */
import type { CheckReport, DuplicatePolicy, FileInspection } from '../../../electron/contract/importing.ts'
import { formatCount, formatEstimate, plural } from '../../format/numbers.ts'

/** The one sentence a user waits for. */
export function verdict({ rows, accepted }: Pick<CheckReport, 'rows' | 'accepted'>, locale?: string): string {
  if (accepted === 0) return 'No row can be scored'
  const all = `${formatCount(rows, locale)} ${plural(rows, 'row', 'rows')}`
  if (accepted < rows) return `${formatCount(accepted, locale)} of ${all} will be scored`
  return rows === 1 ? 'The one row will be scored' : `All ${all} will be scored`
}

/** A figure behind the verdict, and the heading of the card that tells more. */
export interface VerdictFact {
  readonly text: string
  readonly about: string
}

/** Only what there is something to say about. */
export function verdictFacts(
  { rejected, issueCells, duplicates }: Pick<CheckReport, 'rejected' | 'issueCells' | 'duplicates'>,
  locale?: string,
): readonly VerdictFact[] {
  const facts: readonly [count: number, about: string, one: string, many: string][] = [
    [rejected, 'left-out-title', 'row left out', 'rows left out'],
    [duplicates.inFile + duplicates.inHistory, 'duplicates-title', 'duplicate', 'duplicates'],
    [issueCells.missing, 'issues-title', 'cell to look at', 'cells to look at'],
    [issueCells.repaired, 'repaired-title', 'cell read differently', 'cells read differently'],
  ]
  return facts
    .filter(([count]) => count > 0)
    .map(([count, about, one, many]) => ({
      text: `${formatCount(count, locale)} ${plural(count, one, many)}`,
      about,
    }))
}

/** How many leads the button promises. */
export function leadCount(inspection: FileInspection, report: CheckReport | null, locale?: string): string {
  if (report) return formatCount(report.accepted, locale)
  const { rows, rowsExact } = inspection
  return rowsExact ? formatCount(rows, locale) : `about ${formatEstimate(rows, locale)}`
}

/** Which rows are leads known already. */
export function duplicatesSentence(
  { inFile, inHistory }: CheckReport['duplicates'],
  locale?: string,
): string {
  const rows = (count: number) => `${formatCount(count, locale)} ${plural(count, 'row', 'rows')}`
  const parts = [
    ...(inHistory > 0
      ? [`${rows(inHistory)} ${plural(inHistory, 'is a lead', 'are leads')} in your list already`]
      : []),
    ...(inFile > 0
      ? [`${rows(inFile)} ${plural(inFile, 'repeats', 'repeat')} a lead further up in this file`]
      : []),
  ]
  return parts.length === 0 ? 'No row is a lead that is known already' : parts.join(', and ')
}

/** The ways to treat them, one line each. */
export const DUPLICATE_WAYS: readonly {
  readonly policy: DuplicatePolicy
  readonly label: string
  readonly line: string
}[] = [
  { policy: 'again', label: 'Score again', line: 'They are listed once more, beside the earlier ones.' },
  {
    policy: 'skip',
    label: 'Leave out',
    line: 'Only new leads are scored. You can save the others to a file afterwards.',
  },
  {
    policy: 'update',
    label: 'Update',
    line: 'They are scored, and take the earlier lead’s place in the list. Undoing the import brings that one back.',
  },
]
