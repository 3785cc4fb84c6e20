/** The health report: what succeeded and failed, how much there is, and whether the data is sound. */
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import type { Thresholds } from '../../../contract/alerts.ts'
import type { HealthReport } from '../../../contract/performance.ts'
import { inMemorySqliteVersion, type ReadHandle } from '../../history/connection.ts'
import { emptyHealth, readHealth } from '../../history/read-health.ts'
import type { Clock } from '../../platform/clock.ts'
import { dayOf, dayStart } from '../windows/window-range.ts'
import { describeHealth } from './health-findings.ts'
import { readIntegrity } from './integrity.ts'
import { readVolumeByDay } from './volume-by-day.ts'

/** What the report is made of besides the history. */
export interface HealthParts {
  readonly manifest: Manifest
  readonly thresholds: Thresholds
  readonly databaseBytes: number
  /** null where the system does not say. */
  readonly diskFreeBytes: number | null
  readonly clock: Clock
}

/** Reports on the health of a history; `db` is null while there is none. */
export function reportHealth(db: ReadHandle | null, parts: HealthParts): HealthReport {
  const { manifest, thresholds, databaseBytes, diskFreeBytes, clock } = parts
  const read = () => ({
    health: db
      ? readHealth(db, databaseBytes, manifest, clock)
      : emptyHealth(inMemorySqliteVersion(), manifest, clock),
    days: db ? readVolumeByDay(db) : [],
    integrity: db ? readIntegrity(db) : null,
  })
  // Of one moment, whatever is stored meanwhile.
  const { health, days, integrity } = db ? db.transaction(read)() : read()
  const nowMs = clock.nowMs()
  const yesterday = dayOf(dayStart(dayOf(nowMs), -1))
  const recent = days.filter(({ day }) => day >= yesterday)
  const sum = (count: (day: (typeof days)[number]) => number) =>
    recent.reduce((total, day) => total + count(day), 0)
  const facts = {
    ...health,
    integrity,
    diskFreeBytes,
    recent: { operations: sum(({ operations }) => operations), failed: sum(({ failed }) => failed) },
  }
  return {
    ...health,
    findings: describeHealth(facts, thresholds),
    days,
    integrity,
    diskFreeBytes,
    madeAt: new Date(nowMs).toISOString(),
  }
}
