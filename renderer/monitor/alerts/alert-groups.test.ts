import { expect, test } from 'vitest'
import { type Alert, alertKindSchema } from '../../../electron/contract/alerts.ts'
import {
  ALERT_TITLES,
  activeAlerts,
  activeCount,
  lookAtAlert,
  pastAlerts,
  snoozedAlerts,
} from './alert-groups.ts'

function alert(id: number, change: Partial<Alert>): Alert {
  return {
    id,
    kind: 'errors',
    severity: 'medium',
    state: 'active',
    message: '',
    nextStep: '',
    firstSeenAt: '2026-11-01T00:00:00.000Z',
    lastSeenAt: `2026-11-0${id}T00:00:00.000Z`,
    snoozedUntil: null,
    ...change,
  }
}

const ids = (alerts: readonly Alert[]) => alerts.map(({ id }) => id)

test('active alerts stand in the order of their urgency, the latest first among equals', () => {
  const alerts = [
    alert(1, {}),
    alert(2, { severity: 'low' }),
    alert(3, {}),
    alert(4, { severity: 'critical' }),
    alert(5, { severity: 'high' }),
  ]
  expect(ids(activeAlerts(alerts))).toEqual([4, 5, 3, 1, 2])
  expect(activeCount(alerts)).toBe(5)
})

test('each alert is in one group', () => {
  const alerts = [
    alert(1, { state: 'acknowledged' }),
    alert(2, { state: 'snoozed' }),
    alert(3, { state: 'over' }),
    alert(4, {}),
  ]
  expect([activeAlerts(alerts), snoozedAlerts(alerts), pastAlerts(alerts)].map(ids)).toEqual([
    [4],
    [2],
    [3, 1],
  ])
})

test('every kind of alert has a title of its own', () => {
  const titles = alertKindSchema.options.map((kind) => ALERT_TITLES[kind])
  expect(new Set(titles).size).toBe(alertKindSchema.options.length)
})

test('an alert on leads shows what its rule looks at; one on speed leaves the leads as they were chosen', () => {
  expect(lookAtAlert('data_drift')).toEqual({
    panel: 'leads',
    window: { kind: 'days', days: 30 },
    baseline: { kind: 'reference' },
    rule: null,
    tests: {},
  })
  expect(lookAtAlert('slow_scoring')).toEqual({ panel: 'speed' })
})
