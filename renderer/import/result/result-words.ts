/** What came of an import, in sentences. */
import type { Batch } from '../../../electron/contract/history.ts'
import type { ImportSummary } from '../../../electron/contract/importing.ts'
import { formatCount, formatSeconds, plural } from '../../format/numbers.ts'

/** What came of it, in a few words. */
export function resultHeadline({ accepted, cancelled }: ImportSummary): string {
  const leads = `${formatCount(accepted)} ${plural(accepted, 'lead', 'leads')}`
  if (cancelled) return accepted === 0 ? 'Stopped before the first lead' : `Stopped after ${leads}`
  return accepted === 0 ? 'No lead could be scored' : `${leads} scored`
}

/** A rate says something only where the import took long enough to reach its pace. */
const WORTH_A_RATE_SECONDS = 1

/** The same with its numbers, sentence by sentence. */
export function resultExplanation(summary: ImportSummary): string {
  const { fileName, rows, rejected, repaired, seconds, rowsPerSecond, duplicates } = summary
  const rate = seconds >= WORTH_A_RATE_SECONDS ? ` (${formatCount(Math.round(rowsPerSecond))} a second)` : ''
  const known = duplicates.inFile + duplicates.inHistory
  const parts = [
    `${formatCount(rows)} ${plural(rows, 'row', 'rows')} of ${fileName} in ${formatSeconds(seconds)}${rate}`,
    rejected === 0 ? 'none left out' : `${formatCount(rejected)} left out`,
    ...(repaired > 0
      ? [`${formatCount(repaired)} ${plural(repaired, 'cell', 'cells')} read differently`]
      : []),
    ...(known > 0 ? [`${formatCount(known)} ${plural(known, 'duplicate', 'duplicates')}`] : []),
  ]
  return [`${parts.join(', ')}.`, ...whatStays(summary)].join(' ')
}

/** What is left of an import that was taken out again. */
export function undoneHeadline({ accepted, leads }: Pick<Batch, 'accepted' | 'leads'>): string {
  const taken = accepted - leads
  return `Undone: ${formatCount(taken)} ${plural(taken, 'lead', 'leads')} taken out again`
}

/** What an undone import has left. */
export function undoneExplanation({ leads, fileName }: Pick<Batch, 'leads' | 'fileName'>): string {
  return leads === 0
    ? `Nothing of ${fileName} is left in your list. The file itself is as it was.`
    : `${formatCount(leads)} ${plural(leads, 'lead', 'leads')} of ${fileName} stayed, because somebody has worked with ${plural(leads, 'it', 'them')}.`
}

function whatStays({ cancelled, accepted }: ImportSummary): string[] {
  if (!cancelled) return []
  return [
    accepted === 0
      ? 'Nothing came into your list.'
      : 'What was scored before you stopped stays in your list.',
  ]
}
