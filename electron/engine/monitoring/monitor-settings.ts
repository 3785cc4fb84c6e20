/** What the user decided about monitoring, with defaults for the rest. */
import {
  alertKindSchema,
  type MonitorSettings,
  monitorSettingsSchema,
  type Thresholds,
  thresholdsSchema,
} from '../../contract/alerts.ts'
import type { ReadHandle, WriteHandle } from '../history/connection.ts'
import { keepSetting, readSetting } from '../history/settings.ts'
import { DEFAULT_THRESHOLDS } from './alerts/default-thresholds.ts'

/** The name under which they are kept. */
export const MONITOR_SETTING = 'monitor'

/** The settings as the app comes with them. */
export const DEFAULT_SETTINGS: MonitorSettings = {
  rule: 'size-aware',
  thresholds: DEFAULT_THRESHOLDS,
  muted: [],
}

/** The settings of a history; each that is not there, or not understood, has its default. */
export function readMonitorSettings(db: ReadHandle | null): MonitorSettings {
  return understand(db && readSetting(db, MONITOR_SETTING))
}

/**
 * Keeps settings, in the running transaction; null goes back to the defaults. Only what differs from the settings as they
 * were read is written: what another version of the app has put there, and this one does not understand, stays.
 */
export function keepMonitorSettings(db: WriteHandle, settings: MonitorSettings | null): void {
  if (settings === null) {
    keepSetting(db, MONITOR_SETTING, undefined)
    return
  }
  const before = readSetting(db, MONITOR_SETTING)
  const read = understand(before)
  const kept = toRecord(before)
  const mutedElsewhere = mutedNames(before).filter((name) => !alertKindSchema.safeParse(name).success)
  keepSetting(db, MONITOR_SETTING, {
    ...kept,
    ...(settings.rule !== read.rule && { rule: settings.rule }),
    thresholds: { ...toRecord(kept.thresholds), ...changedThresholds(read.thresholds, settings.thresholds) },
    muted: [...settings.muted, ...mutedElsewhere],
  })
}

/** What this version understands of what is kept. */
function understand(kept: unknown): MonitorSettings {
  const { rule, thresholds } = toRecord(kept)
  const knownRule = monitorSettingsSchema.shape.rule.safeParse(rule)
  return {
    rule: knownRule.success ? knownRule.data : DEFAULT_SETTINGS.rule,
    thresholds: thresholdsSchema.parse({ ...DEFAULT_THRESHOLDS, ...validThresholds(toRecord(thresholds)) }),
    muted: mutedNames(kept).flatMap((name) => alertKindSchema.safeParse(name).data ?? []),
  }
}

function validThresholds(kept: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(thresholdsSchema.shape).flatMap(([name, schema]) => {
      const read = schema.safeParse(kept[name])
      return read.success ? [[name, read.data]] : []
    }),
  )
}

function changedThresholds(before: Thresholds, after: Thresholds): Readonly<Record<string, number>> {
  const known = new Map(Object.entries(before))
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => known.get(name) !== value))
}

function mutedNames(kept: unknown): readonly unknown[] {
  const { muted } = toRecord(kept)
  return Array.isArray(muted) ? [...new Set<unknown>(muted)] : []
}

const toRecord = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {})

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
