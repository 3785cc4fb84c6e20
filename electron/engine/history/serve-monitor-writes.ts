/** What the history thread writes for the monitor: alerts, settings, the result of a check. */
import { INTEGRITY_SETTING } from '../monitoring/health/integrity.ts'
import { keepMonitorSettings, readMonitorSettings } from '../monitoring/monitor-settings.ts'
import type { Clock } from '../platform/clock.ts'
import type { HistoryOperations } from '../workers/history-operations.ts'
import type { Handlers } from '../workers/operation.ts'
import { createAlertTable } from './alerts.ts'
import type { HistoryWriter } from './history-writer.ts'
import { keepSetting } from './settings.ts'

const HOUR_MS = 3_600_000

type MonitorWrites = Pick<
  Handlers<HistoryOperations>,
  'recordAlerts' | 'acknowledgeAlert' | 'snoozeAlert' | 'keepMonitorSettings' | 'keepIntegrity'
>

/** The handlers; `writer` refuses where the history was opened for reading. */
export function createMonitorWrites(writer: () => HistoryWriter, clock: Clock): MonitorWrites {
  const alerts = (history: HistoryWriter) => createAlertTable(history.db)
  return {
    recordAlerts: ({ reasons }) => {
      const history = writer()
      const { cooldownHours } = readMonitorSettings(history.db).thresholds
      return history.transaction(() =>
        alerts(history).record(reasons, clock.nowMs(), cooldownHours * HOUR_MS),
      )
    },
    acknowledgeAlert: ({ id }) => {
      const history = writer()
      return history.transaction(() => alerts(history).acknowledge(id, clock.nowMs()))
    },
    snoozeAlert: ({ id, hours }) => {
      const history = writer()
      const nowMs = clock.nowMs()
      return history.transaction(() => alerts(history).snooze(id, Math.round(nowMs + hours * HOUR_MS), nowMs))
    },
    keepMonitorSettings: ({ settings }) => {
      const history = writer()
      history.transaction(() => keepMonitorSettings(history.db, settings))
      return readMonitorSettings(history.db)
    },
    keepIntegrity: ({ integrity }) => {
      const history = writer()
      history.transaction(() => keepSetting(history.db, INTEGRITY_SETTING, integrity ?? undefined))
      return {}
    },
  }
}
