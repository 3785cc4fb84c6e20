/** How fast this machine was in its first weeks: what later days are compared with. */
import type { LatencyDistribution } from '../../../contract/performance.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { dropUntimed, type LeadTimes } from '../../history/operation-pack.ts'
import {
  type ImportGroup,
  readImportGroups,
  readLeadTimes,
  type TimeRange,
} from '../../history/read-operations.ts'
import { dayOf, dayStart } from '../windows/window-range.ts'
import { describeTimes } from './describe-times.ts'
import { groupTimes, singleTimes } from './stage-times.ts'

/** Calendar days, the first one with an operation included. */
const FIRST_DAYS = 28
/** Single scores, or groups of imports: fewer say too little. */
const FEWEST = { single: 100, batch: 10 } as const

/** SQL: when the first one began. The kind stands in the text, or its partial index could not be used. */
const FIRST = {
  lead: "SELECT started_at FROM operation WHERE kind = 'lead' AND error_code IS NULL ORDER BY id LIMIT 1",
  import: `SELECT started_at FROM operation INDEXED BY operation_import
           WHERE kind = 'import' AND error_code IS NULL AND rows > 0 ORDER BY started_at LIMIT 1`,
} as const

/** What the first weeks were like, by operation. */
export type FirstWeeks = Readonly<Record<'single' | 'batch', LatencyDistribution | null>>

/** Of each operation; null before the weeks are over, or when there was too little in them. */
export function readFirstWeeks(db: ReadHandle, nowMs: number): FirstWeeks {
  const singles = firstRange(db, 'lead', nowMs)
  const groups = firstRange(db, 'import', nowMs)
  return {
    single: singles && describeSingles(readLeadTimes(db, singles)),
    batch: groups && describeGroups(readImportGroups(db, groups)),
  }
}

/** null before it is over, and when nothing was ever scored. */
function firstRange(db: ReadHandle, kind: 'lead' | 'import', nowMs: number): TimeRange | null {
  const first = db.prepare<[], number>(FIRST[kind]).pluck().get()
  if (first === undefined) return null
  const day = dayOf(first)
  const range = { fromMs: dayStart(day, 0), beforeMs: dayStart(day, FIRST_DAYS) }
  return nowMs < range.beforeMs ? null : range
}

function describeSingles(times: LeadTimes): LatencyDistribution | null {
  const singles = dropUntimed(times)
  return singles.count < FEWEST.single ? null : describeTimes(singleTimes(singles).total)
}

function describeGroups(groups: readonly ImportGroup[]): LatencyDistribution | null {
  const timed = groups.filter(({ storageUs }) => storageUs !== null)
  return timed.length < FEWEST.batch ? null : describeTimes(groupTimes(timed).total)
}
