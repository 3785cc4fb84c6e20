/** Tells the user through the system's own notifications, where it has them, of what should not wait. */
import type { Alert, AlertKind } from '../../contract/alerts.ts'

/** What the system can show; handed in, so that a test sees it. */
export interface Notifications {
  readonly isSupported: () => boolean
  readonly show: (notification: {
    readonly title: string
    readonly body: string
    readonly onClick: () => void
  }) => void
}

const DRIFT: ReadonlySet<AlertKind> = new Set(['data_drift', 'score_drift'])

const TITLES: Readonly<Partial<Record<AlertKind, string>>> = {
  engine_down: 'Scoring does not work',
  errors: 'Scoring fails too often',
  data_drift: 'Your leads have changed',
  score_drift: 'Your scores have changed',
}

/** Whether an alert is worth interrupting somebody who does something else. */
function isUrgent({ kind, severity }: Pick<Alert, 'kind' | 'severity'>): boolean {
  return severity === 'critical' || severity === 'high' || DRIFT.has(kind)
}

/** Shows a notification for each urgent alert; a click on it calls `onClick`. */
export function notifyAlerts(
  raised: readonly Alert[],
  notifications: Notifications,
  onClick: () => void,
): void {
  const urgent = raised.filter(isUrgent)
  if (urgent.length === 0 || !notifications.isSupported()) return
  for (const { kind, message } of urgent) {
    notifications.show({ title: TITLES[kind] ?? 'Leadlight', body: message, onClick })
  }
}
