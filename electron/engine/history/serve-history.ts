/** The body of the history thread. */
import { refuse } from '../../contract/result.ts'
import type { HistoryOperations } from '../workers/history-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'

/** Scores single leads and writes everything that is stored. */
export function serveHistory(_start: ThreadStart): ThreadBody<HistoryOperations> {
  return {
    handlers: {
      ready: () => ({}),
      previewLead: () => refuse('not_ready', 'Scoring follows.'),
      saveLead: () => refuse('not_ready', 'Scoring follows.'),
      receiveBatch: () => refuse('not_ready', 'Storing follows.'),
    },
    close: () => {},
  }
}
