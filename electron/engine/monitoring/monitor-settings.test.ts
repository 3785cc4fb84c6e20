import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MonitorSettings } from '../../contract/alerts.ts'
import { monitorSettingsSchema } from '../../contract/alerts.ts'
import { openTrialHistory, trialFolder } from '../history/fixtures/trial-history.ts'
import type { OpenHistory } from '../history/open-history.ts'
import { keepSetting } from '../history/settings.ts'
import { DEFAULT_SETTINGS, MONITOR_SETTING, readMonitorSettings } from './monitor-settings.ts'

let folder: ReturnType<typeof trialFolder>
let history: OpenHistory
beforeEach(async () => {
  folder = trialFolder()
  history = await openTrialHistory(folder.path)
})
afterEach(() => {
  history.close()
  folder.remove()
})

const kept = (value: unknown) => {
  keepSetting(history.writer.db, MONITOR_SETTING, value)
  return readMonitorSettings(history.writer.db)
}
const changed: MonitorSettings = {
  rule: 'evidently',
  thresholds: { ...DEFAULT_SETTINGS.thresholds, modelAgeDays: 30 },
  muted: ['errors'],
}

test('are the defaults until something is kept, and again when it is forgotten', () => {
  expect(monitorSettingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS)
  expect(readMonitorSettings(null)).toEqual(DEFAULT_SETTINGS)
  expect(readMonitorSettings(history.writer.db)).toEqual(DEFAULT_SETTINGS)
  expect(kept(changed)).toEqual(changed)
  expect(kept({ ...changed, muted: [] })).toEqual({ ...changed, muted: [] })
  expect(kept(undefined)).toEqual(DEFAULT_SETTINGS)
})

test('what is not kept takes its default, one by one', () => {
  expect(kept({ thresholds: { modelAgeDays: 30 } })).toEqual({ ...changed, rule: 'size-aware', muted: [] })
})

test.each([
  [null],
  ['loud'],
  [[]],
  [{ ...changed, rule: 'by feeling' }],
  [{ ...changed, thresholds: { modelAgeDays: -1 } }],
  [{ ...changed, thresholds: 7, more: 1 }],
])('%o is not understood: the defaults', (value) => {
  expect(kept(value)).toEqual(DEFAULT_SETTINGS)
})
