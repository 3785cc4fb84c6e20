/** The body of the import thread. */
import { refuse } from '../../contract/result.ts'
import type { ImportOperations } from '../workers/import-operations.ts'
import type { ThreadBody, ThreadStart } from '../workers/operation.ts'

/** Reads, scores and hands over files, one call at a time. */
export function serveImporting(_start: ThreadStart): ThreadBody<ImportOperations> {
  return {
    handlers: {
      inspect: () => refuse('not_ready', 'Importing follows.'),
      run: () => refuse('not_ready', 'Importing follows.'),
    },
    close: () => {},
  }
}
