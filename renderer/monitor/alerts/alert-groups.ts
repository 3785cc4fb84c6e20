/** Alerts in the groups of the panel, and their words. */
import type { Alert, AlertKind, Severity } from '../../../electron/contract/alerts.ts'
import { FIRST_LOOK, type MonitorState, type Panel } from '../monitor-state.ts'
import type { VerdictWords } from '../tone.ts'

/** What each alert is about, as the heading of its card and in the settings. */
export const ALERT_TITLES: Readonly<Record<AlertKind, string>> = {
  engine_down: 'Scoring does not work',
  errors: 'Many errors',
  slow_scoring: 'Scoring is slow',
  data_drift: 'The leads are different',
  score_drift: 'The scores are different',
  engagement_rate: 'Few leads engage',
  model_age: 'The model is old',
  enough_outcomes: 'Enough results to learn from',
}

const SEVERITIES: Readonly<Record<Severity, VerdictWords & { readonly rank: number }>> = {
  critical: { word: 'Urgent', tone: 'problem', rank: 0 },
  high: { word: 'Important', tone: 'problem', rank: 1 },
  medium: { word: 'Worth a look', tone: 'attention', rank: 2 },
  low: { word: 'Good to know', tone: 'quiet', rank: 3 },
}

/** How urgent an alert is, in a word. */
export function severityWords(severity: Severity): VerdictWords {
  const { word, tone } = SEVERITIES[severity]
  return { word, tone }
}

const SHOWN_BY: Readonly<Record<AlertKind, Panel>> = {
  engine_down: 'health',
  errors: 'health',
  slow_scoring: 'speed',
  data_drift: 'leads',
  score_drift: 'leads',
  engagement_rate: 'leads',
  model_age: 'health',
  enough_outcomes: 'health',
}

/** What the monitor has to show for an alert: the part it is about, and in Leads what its rule has looked at. */
export function lookAtAlert(kind: AlertKind): Partial<MonitorState> {
  const panel = SHOWN_BY[kind]
  if (panel !== 'leads') return { panel }
  // Whatever was looked at before, chosen tests and all, the sentence of the alert is not about it.
  return { ...FIRST_LOOK, panel }
}

/** Alerts that want somebody's attention, the most urgent first. */
export function activeAlerts(alerts: readonly Alert[]): readonly Alert[] {
  return sorted(alerts.filter(({ state }) => state === 'active'))
}

/** How many want attention. */
export function activeCount(alerts: readonly Alert[]): number {
  return activeAlerts(alerts).length
}

/** Alerts that are quiet for a while. */
export function snoozedAlerts(alerts: readonly Alert[]): readonly Alert[] {
  return sorted(alerts.filter(({ state }) => state === 'snoozed'))
}

/** Alerts that are dealt with, the latest first. */
export function pastAlerts(alerts: readonly Alert[]): readonly Alert[] {
  return alerts
    .filter(({ state }) => state === 'acknowledged' || state === 'over')
    .toSorted((a, b) => b.lastSeenAt.localeCompare(a.lastSeenAt))
}

function sorted(alerts: readonly Alert[]): readonly Alert[] {
  return alerts.toSorted(
    (a, b) =>
      SEVERITIES[a.severity].rank - SEVERITIES[b.severity].rank || b.lastSeenAt.localeCompare(a.lastSeenAt),
  )
}
