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
export const MONITOR_SETTINGS_KEY = [HISTORY_KEY, 'monitor-settings'] as const

/** Leads and scores of a window against a baseline. */
export function useDriftReport(request: DriftRequest) {
  return useQuery({
    queryKey: [...REPORT_KEY, 'drift', request],
    queryFn: () => call('driftReport', request),
    // The old report stays, dimmed, while another window is looked at: a page that jumps is hard to compare.
    placeholderData: keepPreviousData,
  })
}

/** The same, week by week or month by month. */
export function useDriftTimeline(request: TimelineRequest) {
  return useQuery({
    queryKey: [...REPORT_KEY, 'timeline', request],
    queryFn: () => call('driftTimeline', request),
    placeholderData: keepPreviousData,
  })
}

/** How fast leads were scored. */
export function useLatencyReport(window: Window) {
  return useQuery({
    queryKey: [...REPORT_KEY, 'latency', window],
    queryFn: () => call('latencyReport', { window }),
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
