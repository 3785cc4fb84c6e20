import { expect, test, vi } from 'vitest'
import type { Alert } from '../../contract/alerts.ts'
import { type Notifications, notifyAlerts } from './notify-alerts.ts'

const alert = (kind: Alert['kind'], severity: Alert['severity']): Alert => ({
  id: 1,
  kind,
  severity,
  state: 'active',
  message: `About ${kind}.`,
  nextStep: 'Do.',
  firstSeenAt: '2026-11-21T12:00:00.000Z',
  lastSeenAt: '2026-11-21T12:00:00.000Z',
  snoozedUntil: null,
})
const every = [
  alert('engine_down', 'critical'),
  alert('errors', 'high'),
  alert('slow_scoring', 'medium'),
  alert('data_drift', 'medium'),
  alert('score_drift', 'medium'),
  alert('engagement_rate', 'low'),
  alert('model_age', 'low'),
  alert('enough_outcomes', 'low'),
]

test('what is critical or high, and drift, is shown; a click is passed on', () => {
  const show = vi.fn<Notifications['show']>()
  const onClick = vi.fn()
  notifyAlerts(every, { isSupported: () => true, show }, onClick)
  expect(show.mock.calls.map(([{ body }]) => body)).toEqual([
    'About engine_down.',
    'About errors.',
    'About data_drift.',
    'About score_drift.',
  ])
  expect(show.mock.calls.every(([{ title }]) => title !== 'Leadlight')).toBe(true)
  show.mock.calls[0]?.[0].onClick()
  expect(onClick).toHaveBeenCalledOnce()
})

test('a system without notifications is shown none', () => {
  const show = vi.fn<Notifications['show']>()
  notifyAlerts(every, { isSupported: () => false, show }, () => {})
  expect(show).not.toHaveBeenCalled()
})
