import { expect, test, vi } from 'vitest'
import type { Alert } from '../../contract/alerts.ts'
import type { AppEvent } from '../../contract/methods.ts'
import { DEFAULT_THRESHOLDS } from '../../engine/monitoring/alerts/default-thresholds.ts'
import { createMonitorHandlers, type MonitorEngine } from './monitor-handlers.ts'

function monitor() {
  const order: string[] = []
  const alert = { id: 3 } as Alert
  const engine = {
    acknowledgeAlert: vi.fn<MonitorEngine['acknowledgeAlert']>(async () => {
      order.push('stored')
      return alert
    }),
    snoozeAlert: vi.fn<MonitorEngine['snoozeAlert']>(async () => alert),
    saveMonitorSettings: vi.fn<MonitorEngine['saveMonitorSettings']>(async (settings) => {
      order.push('stored')
      return settings
    }),
    restoreMonitorSettings: vi.fn<MonitorEngine['restoreMonitorSettings']>(async () => settings),
  }
  const handlers = createMonitorHandlers({
    engine: async () => engine as unknown as MonitorEngine,
    watch: { soon: () => void order.push('asked') },
    tell: (event: AppEvent) => void order.push(event.kind),
  })
  return { engine, handlers, order, alert }
}
const settings = { rule: 'size-aware' as const, thresholds: DEFAULT_THRESHOLDS, muted: [] }

test('what is done about an alert is told, once it is stored', async () => {
  const { engine, handlers, order, alert } = monitor()
  expect(await handlers.acknowledgeAlert({ id: 3 })).toBe(alert)
  expect(order).toEqual(['stored', 'alertsChanged'])
  expect(await handlers.snoozeAlert({ id: 3, hours: 8 })).toBe(alert)
  expect(engine.snoozeAlert).toHaveBeenCalledExactlyOnceWith(3, 8)
  expect(order).toHaveLength(3)
})

test('new settings are tried at once', async () => {
  const { handlers, order } = monitor()
  expect(await handlers.saveMonitorSettings(settings)).toEqual(settings)
  expect(order).toEqual(['stored', 'asked'])
  expect(await handlers.restoreMonitorSettings({})).toEqual(settings)
  expect(order).toEqual(['stored', 'asked', 'asked'])
})
