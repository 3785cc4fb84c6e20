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
  return {
    main: `${formatCount(accepted, locale)} of ${formatCount(rows, locale)} ${plural(rows, 'row', 'rows')} scored`,
    aside: rejected > 0 ? `${formatCount(rejected, locale)} left out` : null,
  }
}

/** What can be done about an import now. */
export interface BatchWays {
  readonly showLeads: boolean
  readonly resume: boolean
  readonly saveRejects: boolean
  readonly undo: boolean
}

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
