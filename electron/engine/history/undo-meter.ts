/** Says how far an undo is, about ten times a second. */
import type { ImportProgress } from '../../contract/importing.ts'
import type { Clock } from '../platform/clock.ts'

const INTERVAL_US = 100_000

/** A function to be told how many of the leads are gone through; reports when it is time to, and the end. */
export function createUndoMeter(
  { batch, job }: { readonly batch: number; readonly job: string },
  clock: Clock,
  report: (progress: ImportProgress) => void,
): (done: number, total: number) => void {
  const beganUs = clock.elapsedUs()
  let reportedUs = Number.NEGATIVE_INFINITY
  return (done, total) => {
    const nowUs = clock.elapsedUs()
    if (nowUs - reportedUs < INTERVAL_US && done < total) return
    reportedUs = nowUs
    const seconds = Math.max(0.001, (nowUs - beganUs) / 1e6)
    report({
      job,
      batch,
      phase: 'undoing',
      rows: done,
      accepted: done,
      rejected: 0,
      bytesRead: done,
      bytesTotal: total,
      rowsPerSecond: done / seconds,
      secondsLeft: done === 0 ? null : (seconds * (total - done)) / done,
    })
  }
}
