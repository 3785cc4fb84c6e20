/** How much was scored and what failed, day by day. */
import type { HealthReport } from '../../../contract/performance.ts'
import type { ReadHandle } from '../../history/connection.ts'
import {
  ALL_TIMES,
  type ImportGroup,
  readFailures,
  readImportGroups,
  readLeadTimes,
} from '../../history/read-operations.ts'
import { dayOf, dayStart } from '../windows/window-range.ts'

const SHOWN_DAYS = 90

interface Day {
  predictions: number
  operations: number
  failed: number
}

/** The last 90 calendar days, in the computer's own time, on which anything was tried; the oldest first. */
export function readVolumeByDay(db: ReadHandle): HealthReport['days'] {
  const days = createDays()
  const { startedAt } = readLeadTimes(db, ALL_TIMES)
  for (let i = 0; i < startedAt.length; i += 1) {
    const day = days.at(startedAt[i] ?? 0)
    day.operations += 1
    day.predictions += 1
  }
  const stillThere = createLeftCounter(db)
  for (const group of readImportGroups(db, ALL_TIMES)) {
    const day = days.at(group.startedAt)
    day.operations += 1
    day.predictions += stillThere(group)
  }
  for (const failure of readFailures(db, ALL_TIMES)) {
    const day = days.at(failure.startedAt)
    day.operations += 1
    day.failed += 1
  }
  return days.all()
}

/** Counts by day. Moments come mostly in order, so the day of the last one is looked at first. */
function createDays() {
  const days = new Map<string, Day>()
  let current: Day = { predictions: 0, operations: 0, failed: 0 }
  let [fromMs, beforeMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return {
    at(ms: number): Day {
      if (ms >= fromMs && ms < beforeMs) return current
      const name = dayOf(ms)
      fromMs = dayStart(name, 0)
      beforeMs = dayStart(name, 1)
      current = days.get(name) ?? { predictions: 0, operations: 0, failed: 0 }
      days.set(name, current)
      return current
    },
    all: (): HealthReport['days'] =>
      [...days]
        .map(([day, counts]) => ({ day, ...counts }))
        .sort((a, b) => (a.day < b.day ? -1 : 1))
        .slice(-SHOWN_DAYS),
  }
}

/** How many leads of a group are in the history: all of them, but for imports that were taken back. */
function createLeftCounter(db: ReadHandle): (group: ImportGroup) => number {
  const undone = new Set(db.prepare<[], number>('SELECT id FROM batch WHERE undo IS NOT NULL').pluck().all())
  const count = db
    .prepare<{ first: number; last: number }, number>(
      'SELECT count(*) FROM prediction WHERE id BETWEEN :first AND :last',
    )
    .pluck()
  return ({ batch, rows, firstLead, lastLead }) =>
    batch !== null && undone.has(batch) ? (count.get({ first: firstLead, last: lastLead }) ?? 0) : rows
}
