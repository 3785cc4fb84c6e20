/** Says how far an import is, about ten times a second. */
import type { ImportProgress } from '../../../contract/importing.ts'
import type { Clock } from '../../platform/clock.ts'

const INTERVAL_US = 100_000

export type Counts = Pick<ImportProgress, 'rows' | 'accepted' | 'rejected' | 'bytesRead'>

export interface ProgressMeter {
  /** Reports when it is time to; without a batch, rows are being checked. */
  update(batch: number | null, counts: Counts): void
  /** Reports the ranking after the last row: that it begins, and from then on when it is time to. */
  ranking(batch: number, counts: Counts): void
  /** Reports the end of the ranking, whenever it comes. */
  ranked(batch: number, counts: Counts): void
  /** Seconds since the import began or went on. */
  seconds(): number
}

/** A meter for one import, which begins now, or goes on after `before`. */
export function createProgressMeter(
  job: string,
  bytesTotal: number,
  clock: Clock,
  report: (progress: ImportProgress) => void,
  before: Pick<Counts, 'rows' | 'bytesRead'> = { rows: 0, bytesRead: 0 },
): ProgressMeter {
  const beganUs = clock.elapsedUs()
  let reportedUs = beganUs
  let ranking = false
  const seconds = () => (clock.elapsedUs() - beganUs) / 1e6
  const due = (nowUs: number) => nowUs - reportedUs >= INTERVAL_US

  function tell(nowUs: number, batch: number | null, counts: Counts): void {
    reportedUs = nowUs
    const elapsed = (nowUs - beganUs) / 1e6
    const rows = counts.rows - before.rows
    const bytesRead = counts.bytesRead - before.bytesRead
    report({
      job,
      batch,
      phase: batch === null ? 'checking' : ranking ? 'ranking' : 'scoring',
      ...counts,
      bytesTotal,
      rowsPerSecond: rows / Math.max(elapsed, 0.001),
      secondsLeft: ranking || bytesRead <= 0 ? null : (elapsed * (bytesTotal - counts.bytesRead)) / bytesRead,
    })
  }

  return {
    update(batch, counts) {
      const nowUs = clock.elapsedUs()
      if (due(nowUs)) tell(nowUs, batch, counts)
    },
    ranking(batch, counts) {
      const nowUs = clock.elapsedUs()
      if (ranking && !due(nowUs)) return
      ranking = true
      tell(nowUs, batch, counts)
    },
    ranked(batch, counts) {
      ranking = true
      tell(clock.elapsedUs(), batch, counts)
    },
    seconds,
  }
}
