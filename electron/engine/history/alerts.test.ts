import { beforeEach, describe, expect, test } from 'vitest'
import type { AlertReason } from '../monitoring/alerts/rules/rule.ts'
import { type AlertTable, createAlertTable, listAlerts } from './alerts.ts'
import { newTrialHistory } from './fixtures/trial-history.ts'
import type { OpenHistory } from './open-history.ts'

let history: OpenHistory
let alerts: AlertTable
beforeEach(async () => {
  const trial = await newTrialHistory()
  history = trial.history
  alerts = createAlertTable(history.writer.db)
  return trial.remove
})

const COOLDOWN = 100
const reason = (
  kind: AlertReason['kind'],
  severity: AlertReason['severity'],
  message = 'Said.',
): AlertReason => ({
  kind,
  severity,
  message,
  nextStep: 'Do.',
})
const errors = reason('errors', 'high')
const record = (reasons: readonly AlertReason[], now: number) =>
  history.writer.transaction(() => alerts.record(reasons, now, COOLDOWN))
const states = (now: number) =>
  listAlerts(history.writer.db, now).map(({ kind, state }) => `${kind} ${state}`)

test('an alert is raised once, seen while its rule holds, over, and raised again after the cooldown', () => {
  expect(record([errors], 1)).toMatchObject({ raised: [{ id: 1, state: 'active' }], changes: 1 })
  expect(record([{ ...errors, message: 'Worse.' }], 5)).toEqual({ raised: [], changes: 1 })
  expect(listAlerts(history.writer.db, 5)).toEqual([
    {
      id: 1,
      kind: 'errors',
      severity: 'high',
      state: 'active',
      message: 'Worse.',
      nextStep: 'Do.',
      firstSeenAt: '1970-01-01T00:00:00.001Z',
      lastSeenAt: '1970-01-01T00:00:00.005Z',
      snoozedUntil: null,
    },
  ])
  expect(record([], 10)).toEqual({ raised: [], changes: 1 })
  expect(record([], 11)).toEqual({ raised: [], changes: 0 })
  expect(record([errors], 109)).toEqual({ raised: [], changes: 0 })
  expect(states(109)).toEqual(['errors over'])
  expect(record([errors], 110)).toMatchObject({ raised: [{ id: 2 }] })
  expect(states(110)).toEqual(['errors active', 'errors over'])
})

test('kinds do not disturb each other; the gravest comes first, what is over last', () => {
  record([reason('model_age', 'low'), reason('data_drift', 'medium'), errors], 1)
  record([reason('model_age', 'low'), errors, reason('engine_down', 'critical')], 2)
  expect(states(2)).toEqual(['engine_down active', 'errors active', 'model_age active', 'data_drift over'])
})

describe('dealing with an alert', () => {
  const refusedWith = (code: string) => expect.objectContaining({ error: expect.objectContaining({ code }) })

  test('snoozed it is quiet until then, acknowledged until it is over', () => {
    record([errors], 1)
    expect(alerts.snooze(1, 50, 2)).toMatchObject({
      state: 'snoozed',
      snoozedUntil: '1970-01-01T00:00:00.050Z',
    })
    record([errors], 3)
    expect([states(49), states(50)]).toEqual([['errors snoozed'], ['errors active']])
    expect(alerts.acknowledge(1, 60)).toMatchObject({ state: 'acknowledged' })
    record([errors], 70)
    expect(states(70)).toEqual(['errors acknowledged'])
  })

  test('is refused when there is none, it is over, or it is quiet for good', () => {
    expect(() => alerts.acknowledge(1, 1)).toThrow(refusedWith('alert_unknown'))
    expect(() => alerts.snooze(1, 9, 1)).toThrow(refusedWith('alert_unknown'))
    record([errors], 1)
    alerts.acknowledge(1, 2)
    alerts.acknowledge(1, 3)
    expect(() => alerts.snooze(1, 9, 4)).toThrow(refusedWith('alert_acknowledged'))
    record([], 5)
    expect(() => alerts.acknowledge(1, 6)).toThrow(refusedWith('alert_over'))
    expect(() => alerts.snooze(1, 9, 6)).toThrow(refusedWith('alert_over'))
  })
})

test('of those that are over, the last 200 are listed; all are kept', () => {
  for (let i = 0; i < 210; i += 1) {
    record([errors], i * 1000)
    record([], i * 1000 + 1)
  }
  const listed = listAlerts(history.writer.db, 1e6)
  expect(listed.map(({ id }) => id)).toEqual(Array.from({ length: 200 }, (_, i) => 210 - i))
  expect(history.writer.db.prepare('SELECT count(*) FROM alert').pluck().get()).toBe(210)
})
