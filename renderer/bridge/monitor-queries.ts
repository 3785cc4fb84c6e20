/** What the monitor asks main. Reports cost time, so they are asked again only when the history has been quiet for a while. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DriftRequest, TimelineRequest } from '../../electron/contract/drift.ts'
import type { Window } from '../../electron/contract/windows.ts'
import { call } from './call.ts'
import { HISTORY_KEY } from './queries.ts'

/** Reports live under this key; `use-live-history.ts` decides when they are old. */
export const REPORT_KEY = [HISTORY_KEY, 'report'] as const
/** Alerts change by themselves; main says when. */
export const ALERTS_KEY = [HISTORY_KEY, 'alerts'] as const
/** Where the settings are kept among the answers: they are of the workspace, like the history. */
export const MONITOR_SETTINGS_KEY = [HISTORY_KEY, 'monitor-settings'] as const

/**
 * Makes a report that nobody waits for any more stop: Query aborts the signal when another one is asked for, and when the
 * panel is left. Over a million leads that saves the next report the time of the last.
 */
async function stoppable<T>(signal: AbortSignal, ask: (job: string) => Promise<T>): Promise<T> {
  const job = crypto.randomUUID()
  const stop = () => void call('cancelJob', { job }).catch(() => undefined)
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await ask(job)
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Leads and scores of a window against a baseline. */
export function useDriftReport(request: DriftRequest) {
  return useQuery({
    queryKey: [...REPORT_KEY, 'drift', request],
    queryFn: ({ signal }) => stoppable(signal, (job) => call('driftReport', { ...request, job })),
    // The old report stays, dimmed, while another window is looked at: a page that jumps is hard to compare.
    placeholderData: keepPreviousData,
  })
}

/** The same, week by week or month by month. */
export function useDriftTimeline(request: TimelineRequest) {
  return useQuery({
    queryKey: [...REPORT_KEY, 'timeline', request],
    queryFn: ({ signal }) => stoppable(signal, (job) => call('driftTimeline', { ...request, job })),
    placeholderData: keepPreviousData,
  })
}

/** How fast leads were scored. */
export function useLatencyReport(window: Window) {
  return useQuery({
    queryKey: [...REPORT_KEY, 'latency', window],
    queryFn: ({ signal }) => stoppable(signal, (job) => call('latencyReport', { window, job })),
    placeholderData: keepPreviousData,
  })
}

/** How reliably leads were scored, and what state the history is in. */
export function useHealthReport() {
  return useQuery({ queryKey: [...REPORT_KEY, 'health'], queryFn: () => call('healthReport', {}) })
}

/** Every alert that is kept. */
export function useAlerts() {
  return useQuery({ queryKey: ALERTS_KEY, queryFn: () => call('listAlerts', {}) })
}

/** Rule, thresholds and muted alerts. */
export function useMonitorSettings() {
  return useQuery({ queryKey: MONITOR_SETTINGS_KEY, queryFn: () => call('monitorSettings', {}) })
}
