/** What the methods of the monitor do: reports on operations, alerts, settings. */
import type { z } from 'zod'
import type { AppEvent, Responses, requests } from '../../contract/methods.ts'
import type { Engine } from '../../engine/engine.ts'
import type { AlertWatch } from '../alerts/alert-watch.ts'

/** The engine's methods, as far as the monitor's panels use them. */
export type MonitorEngine = Pick<
  Engine,
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

export interface MonitorHandlerParts {
  readonly engine: () => Promise<MonitorEngine>
  /** Asks the rules of alerts; settings hold from the next time on. */
  readonly watch: Pick<AlertWatch, 'soon'>
  readonly tell: (event: AppEvent) => void
}

type MonitorMethod =
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

/** The handlers of the monitor's methods, but for drift. */
export function createMonitorHandlers({ engine, watch, tell }: MonitorHandlerParts): MonitorHandlers {
  const changed = <T>(answer: T): T => {
    tell({ kind: 'alertsChanged' })
    return answer
  }
  const asked = <T>(settings: T): T => {
    watch.soon()
    return settings
  }
  return {
    latencyReport: async (request) => (await engine()).latencyReport(request),
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
