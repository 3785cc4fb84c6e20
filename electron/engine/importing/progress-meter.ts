/** Says how far an import is, about ten times a second. */
import type { ImportProgress } from '../../contract/importing.ts'
import type { Clock } from '../platform/clock.ts'

const INTERVAL_US = 100_000

export type Counts = Pick<ImportProgress, 'rows' | 'accepted' | 'rejected' | 'bytesRead'>

export interface ProgressMeter {
  /** Reports when it is time to. */
  update(batch: number, counts: Counts): void
  /** Reports the ranking after the last row, whenever it is called. */
  ranking(batch: number, counts: Counts): void
  /** Seconds since the import began. */
  seconds(): number
}

/** A meter for one import, which begins now. */
export function createProgressMeter(
  job: string,
  bytesTotal: number,
  clock: Clock,
  report: (progress: ImportProgress) => void,
): ProgressMeter {
  const beganUs = clock.elapsedUs()
  let reportedUs = beganUs
  const seconds = () => (clock.elapsedUs() - beganUs) / 1e6
  const rate = (counts: Counts) => counts.rows / Math.max(seconds(), 0.001)
  return {
    update(batch, counts) {
      const nowUs = clock.elapsedUs()
      if (nowUs - reportedUs < INTERVAL_US) return
      reportedUs = nowUs
      const secondsLeft =
        counts.bytesRead === 0 ? null : (seconds() * (bytesTotal - counts.bytesRead)) / counts.bytesRead
      report({
        job,
        batch,
        phase: 'scoring',
        ...counts,
        bytesTotal,
        rowsPerSecond: rate(counts),
        secondsLeft,
      })
    },
    ranking(batch, counts) {
      report({
        job,
        batch,
        phase: 'ranking',
        ...counts,
        bytesTotal,
        rowsPerSecond: rate(counts),
        secondsLeft: null,
      })
    },
    seconds,
  }
}
