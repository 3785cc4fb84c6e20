/** Where a thread stands when there is more to do than processors. */
import { getPriority, setPriority } from 'node:os'

/** A third of the share that a thread of the usual priority gets, and no waiting for this one's turn to end. */
const STEPS = 5
const LAST = 19

/**
 * Has the calling thread give way to the others of the app, for bulk work beside people. Only Linux has priorities of
 * threads; elsewhere the whole app would give way, so nothing happens there.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return
  setPriority(0, Math.min(LAST, getPriority(0) + STEPS))
}
