/** How long work on the history is cut into slices: one transaction each, with a pause in between. */
import type { HistoryWriter } from './history-writer.ts'

export interface Slices {
  readonly transaction: HistoryWriter['transaction']
  /** Called between slices; resolves when the next may go on. */
  readonly pause: () => Promise<void>
  /** Asked between slices: true leaves the rest for the next start. */
  readonly stopped: () => boolean
}
