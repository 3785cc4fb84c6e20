/** What the user decided about monitoring, with defaults for the rest. */
import { type MonitorSettings, monitorSettingsSchema } from '../../contract/alerts.ts'
import type { ReadHandle } from '../history/connection.ts'
import { readSetting } from '../history/settings.ts'
import { DEFAULT_THRESHOLDS } from './alerts/default-thresholds.ts'

/** The name under which they are kept. */
export const MONITOR_SETTING = 'monitor'

export const DEFAULT_SETTINGS: MonitorSettings = {
  rule: 'size-aware',
  thresholds: DEFAULT_THRESHOLDS,
  muted: [],
}

/** The settings of a history; the defaults where there is none, and for what is not understood. */
export function readMonitorSettings(db: ReadHandle | null): MonitorSettings {
  const kept = db && readSetting(db, MONITOR_SETTING)
  if (!isRecord(kept)) return DEFAULT_SETTINGS
  const thresholds = isRecord(kept.thresholds) ? kept.thresholds : {}
  // A threshold that a newer version has added takes its default; the others stay as they were set.
  const filled = { ...DEFAULT_SETTINGS, ...kept, thresholds: { ...DEFAULT_THRESHOLDS, ...thresholds } }
  const parsed = monitorSettingsSchema.safeParse(filled)
  return parsed.success ? parsed.data : DEFAULT_SETTINGS
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
