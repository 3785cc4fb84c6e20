/** An import of the past, in words. */
import type { Batch, BatchState } from '../../../electron/contract/history.ts'
import { formatCount, plural } from '../../format/numbers.ts'

export const BATCH_STATE_WORDS: Readonly<Record<BatchState, string>> = {
  running: 'Running',
  done: 'Complete',
  cancelled: 'Stopped',
  interrupted: 'Interrupted',
  undoing: 'Being undone',
  undone: 'Undone',
}

/** How many of its rows became leads, and what happened to the rest. */
export function batchCounts(
  { rows, accepted, rejected, leads, state }: Batch,
  locale?: string,
): { readonly main: string; readonly aside: string | null } {
  if (state === 'undone') {
    return {
      main: `${formatCount(accepted - leads, locale)} taken out again`,
      aside: leads > 0 ? `${formatCount(leads, locale)} kept` : null,
    }
  }
  const aside = rejected > 0 ? `${formatCount(rejected, locale)} left out` : null
  if (state === 'undoing') return { main: `${formatCount(leads, locale)} still to be taken out`, aside: null }
  // How many rows are still to come is not known before the end of the file: "5 of 5 rows" would read as if all were in.
  if (state !== 'done') {
    return {
      main:
        accepted === 0
          ? 'No lead yet'
          : `${formatCount(accepted, locale)} ${plural(accepted, 'lead', 'leads')} so far`,
      aside,
    }
  }
  return {
    main: `${formatCount(accepted, locale)} of ${formatCount(rows, locale)} ${plural(rows, 'row', 'rows')} scored`,
    aside,
  }
}

/** What can be done about an import now. */
export interface BatchWays {
  readonly showLeads: boolean
  readonly resume: boolean
  readonly saveRejects: boolean
  readonly undo: boolean
}

/** What can still be done about an import. */
export function batchWays({ state, leads, rejected, resumable }: Batch): BatchWays {
  const rests = state !== 'running' && state !== 'undoing'
  return {
    showLeads: leads > 0,
    resume: rests && resumable,
    // An undo takes the rejected rows out too.
    saveRejects: rests && state !== 'undone' && rejected > 0,
    undo: rests && state !== 'undone' && leads > 0,
  }
}
