import { expect, test, vi } from 'vitest'
import type { Alert } from '../../contract/alerts.ts'
import type { AppEvent } from '../../contract/methods.ts'
import { Refusal } from '../../contract/result.ts'
import type { Stoppable } from '../../engine/engine-options.ts'
import { DEFAULT_THRESHOLDS } from '../../engine/monitoring/alerts/default-thresholds.ts'
import { createJobs } from './jobs.ts'
import { createMonitorHandlers, type MonitorEngine } from './monitor-handlers.ts'

/** A report that takes for ever. */
const untilStopped = (options: Stoppable = {}) =>
  new Promise<never>((_, reject) => {
    options.signal?.addEventListener('abort', () =>
      reject(new Refusal({ code: 'cancelled', message: 'No.' })),
    )
  })

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
    driftReport: vi.fn<MonitorEngine['driftReport']>((_, options) => untilStopped(options)),
    driftTimeline: vi.fn<MonitorEngine['driftTimeline']>((_, options) => untilStopped(options)),
    latencyReport: vi.fn<MonitorEngine['latencyReport']>((_, options) => untilStopped(options)),
  }
  const jobs = createJobs()
  const handlers = createMonitorHandlers({
    jobs,
    engine: async () => engine as unknown as MonitorEngine,
    watch: { soon: () => void order.push('asked') },
    tell: (event: AppEvent) => void order.push(event.kind),
  })
  return { engine, handlers, order, alert, jobs }
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

const JOB = '00000000-0000-4000-8000-000000000009'
const window = { kind: 'all' } as const
const DRIFT = { window, baseline: { kind: 'reference' }, rule: 'size-aware' } as const
const TIMELINE = { step: 'week', rule: 'size-aware' } as const

test.each([
  ['driftReport', DRIFT],
  ['driftTimeline', TIMELINE],
  ['latencyReport', { window }],
] as const)(
  '%s stops when its job is cancelled; the engine does not learn of the id',
  async (method, request) => {
    const { engine, handlers, jobs } = monitor()
    const asked = handlers[method]({ ...request, job: JOB } as never)
    const refused = expect(asked).rejects.toMatchObject({ error: { code: 'cancelled' } })
    await vi.waitFor(() => expect(engine[method].mock.calls[0]?.[0]).toEqual(request))
    expect(jobs.cancel(JOB)).toBe(true)
    await refused
  },
)

test('a report without an id stops when the leads are closed', async () => {
  const { handlers, jobs, engine } = monitor()
  const asked = handlers.driftReport(DRIFT)
  const refused = expect(asked).rejects.toMatchObject({ error: { code: 'cancelled' } })
  await vi.waitFor(() => expect(engine.driftReport).toHaveBeenCalled())
  await jobs.cancelAll()
  await refused
})
