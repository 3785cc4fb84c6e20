/** What the methods of the monitor do: reports, alerts, settings. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { AppEvent, Responses, requests } from '../../contract/methods.ts'
import type { Engine } from '../../engine/engine.ts'
import type { AlertWatch } from '../alerts/alert-watch.ts'
import type { Jobs } from './jobs.ts'

/** The engine's methods, as far as the monitor's panels use them. */
export type MonitorEngine = Pick<
  Engine,
  | 'driftReport'
  | 'driftTimeline'
  | 'latencyReport'
  | 'healthReport'
  | 'checkIntegrity'
  | 'alerts'
  | 'acknowledgeAlert'
  | 'snoozeAlert'
  | 'monitorSettings'
  | 'saveMonitorSettings'
  | 'restoreMonitorSettings'
>

/** What the methods work with. */
export interface MonitorHandlerParts {
  readonly engine: () => Promise<MonitorEngine>
  /** Reports are jobs: another one may be wanted before one is made. */
  readonly jobs: Pick<Jobs, 'run'>
  /** Asks the rules of alerts; settings hold from the next time on. */
  readonly watch: Pick<AlertWatch, 'soon'>
  readonly tell: (event: AppEvent) => void
}

type MonitorMethod =
  | 'driftReport'
  | 'driftTimeline'
  | 'latencyReport'
  | 'healthReport'
  | 'checkIntegrity'
  | 'listAlerts'
  | 'acknowledgeAlert'
  | 'snoozeAlert'
  | 'monitorSettings'
  | 'saveMonitorSettings'
  | 'restoreMonitorSettings'

/** As in `handlers.ts`, which imports this file. */
type MonitorHandlers = {
  readonly [M in MonitorMethod]: (request: z.output<(typeof requests)[M]>) => Promise<Responses[M]>
}

/** The handlers of the monitor's methods. */
export function createMonitorHandlers({ engine, jobs, watch, tell }: MonitorHandlerParts): MonitorHandlers {
  /** A report that nobody gave an id cannot be cancelled, but for when the leads are closed. */
  const report = <T>(
    job: string | undefined,
    make: (open: MonitorEngine, options: { readonly signal: AbortSignal }) => Promise<T>,
  ): Promise<T> => jobs.run(job ?? randomUUID(), engine, (open, signal) => make(open, { signal }))
  const changed = <T>(answer: T): T => {
    tell({ kind: 'alertsChanged' })
    return answer
  }
  const asked = <T>(settings: T): T => {
    watch.soon()
    return settings
  }
  return {
    driftReport: ({ job, ...request }) => report(job, (open, options) => open.driftReport(request, options)),
    driftTimeline: ({ job, ...request }) =>
      report(job, (open, options) => open.driftTimeline(request, options)),
    latencyReport: ({ job, ...request }) =>
      report(job, (open, options) => open.latencyReport(request, options)),
    healthReport: async () => (await engine()).healthReport(),
    checkIntegrity: async () => (await engine()).checkIntegrity(),
    listAlerts: async () => (await engine()).alerts(),
    acknowledgeAlert: async ({ id }) => changed(await (await engine()).acknowledgeAlert(id)),
    snoozeAlert: async ({ id, hours }) => changed(await (await engine()).snoozeAlert(id, hours)),
    monitorSettings: async () => (await engine()).monitorSettings(),
    saveMonitorSettings: async (settings) => asked(await (await engine()).saveMonitorSettings(settings)),
    restoreMonitorSettings: async () => asked(await (await engine()).restoreMonitorSettings()),
  }
}
