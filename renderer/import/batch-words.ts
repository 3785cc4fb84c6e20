/** How an import ended, in words. */
import type { BatchState } from '../../electron/contract/history.ts'

export const BATCH_STATE_WORDS: Readonly<Record<BatchState, string>> = {
  running: 'running',
  done: 'complete',
  cancelled: 'stopped early',
  interrupted: 'interrupted',
}
