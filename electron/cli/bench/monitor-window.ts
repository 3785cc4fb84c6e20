/** How the window fares while reports over a large history are made, measured by `e2e/commands/measure-monitor-window.ts`. */
import { markdownTable } from './markdown-table.ts'
import { runScript } from './run-script.ts'

/** What the window went through, as the script prints it. */
export interface MonitorWindowMeasurement {
  /** From the start to the first list; the first look for alerts follows at once. */
  readonly listSeconds: number
  /** From the click to the report over all leads on screen. */
  readonly reportSeconds: { readonly leads: number; readonly overTime: number }
  /** The longest times the page and the main process did not answer meanwhile. */
  readonly rendererStallMs: number
  readonly mainStallMs: number
}

/** With fewer leads no report is long enough to be felt. */
export const WINDOW_FROM = 100_000

/** Starts the built app on a history and opens reports over all of it. */
export function measureMonitorWindow(userData: string): MonitorWindowMeasurement {
  return runScript('../../../e2e/commands/measure-monitor-window.ts', [userData])
}

/** The measurements as a table for a person. */
export function describeWindows(
  measured: readonly (MonitorWindowMeasurement & { readonly leads: number })[],
): string[] {
  if (measured.length === 0) return []
  const seconds = (value: number) => value.toFixed(1)
  const ms = (value: number) => String(Math.round(value))
  return [
    '',
    'In the window: seconds until it is on screen, and the longest stalls meanwhile in milliseconds',
    ...markdownTable([
      ['leads', 'first list', 'Leads', 'Over time', 'stall of the window', 'stall of the main process'],
      ...measured.map(({ leads, listSeconds, reportSeconds, rendererStallMs, mainStallMs }) => [
        leads.toLocaleString('en'),
        seconds(listSeconds),
        seconds(reportSeconds.leads),
        seconds(reportSeconds.overTime),
        ms(rendererStallMs),
        ms(mainStallMs),
      ]),
    ]),
  ]
}
