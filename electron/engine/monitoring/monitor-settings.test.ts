import { beforeEach, describe, expect, test } from 'vitest'
import type { MonitorSettings } from '../../contract/alerts.ts'
import { monitorSettingsSchema } from '../../contract/alerts.ts'
import { newTrialHistory } from '../history/fixtures/trial-history.ts'
import type { OpenHistory } from '../history/open-history.ts'
import { keepSetting, readSetting } from '../history/settings.ts'
import {
  DEFAULT_SETTINGS,
  keepMonitorSettings,
  MONITOR_SETTING,
  readMonitorSettings,
} from './monitor-settings.ts'

let history: OpenHistory
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  return trial.remove
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

test.each([[null], ['loud'], [[]], [{ rule: 7, thresholds: 7, muted: 7 }]])(
  '%o is not understood: the defaults',
  (value) => {
    expect(kept(value)).toEqual(DEFAULT_SETTINGS)
  },
)

test.each([
  ['a rule', { ...changed, rule: 'by feeling' }, { ...changed, rule: 'size-aware' }],
  [
    'a threshold out of range',
    { ...changed, thresholds: { ...changed.thresholds, errorShare: -1 } },
    changed,
  ],
  ['a threshold more', { ...changed, thresholds: { ...changed.thresholds, patience: 3 } }, changed],
  ['an alert to be muted', { ...changed, muted: ['errors', 'boredom', 'errors', 7] }, changed],
  ['anything more', { ...changed, colour: 'red' }, changed],
])('%s that is not known costs nothing else', (_, value, understood) => {
  expect(kept(value)).toEqual(understood)
})

describe('saved by a version that does not know all that is there', () => {
  const keep = (settings: MonitorSettings | null) => {
    keepMonitorSettings(history.writer.db, settings)
    return readSetting(history.writer.db, MONITOR_SETTING)
  }
  const newer = {
    rule: 'by feeling',
    thresholds: { patience: 3, errorShare: 7, modelAgeDays: 30 },
    muted: ['boredom', 'errors'],
    colour: 'red',
  }

  test('what the user changed is written, all else stays', () => {
    const read = kept(newer)
    expect(
      keep({ ...read, thresholds: { ...read.thresholds, slowP95Ms: 80 }, muted: ['model_age'] }),
    ).toEqual({
      ...newer,
      thresholds: { ...newer.thresholds, slowP95Ms: 80 },
      muted: ['model_age', 'boredom'],
    })
    expect(keep({ ...read, rule: 'evidently' })).toMatchObject({ rule: 'evidently', colour: 'red' })
  })

  test('a threshold that goes back to its default does so', () => {
    kept(changed)
    keep({ ...changed, thresholds: DEFAULT_SETTINGS.thresholds })
    expect(readMonitorSettings(history.writer.db)).toEqual({
      ...changed,
      thresholds: DEFAULT_SETTINGS.thresholds,
    })
  })

  test('the defaults restored are the defaults', () => {
    kept(newer)
    expect(keep(null)).toBeUndefined()
  })
})
