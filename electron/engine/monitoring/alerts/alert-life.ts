/** The life of an alert, from the first time its rule held until it does no more. Pure: nothing is stored here. */
import type { AlertKind, AlertState, Severity } from '../../../contract/alerts.ts'
import type { AlertReason } from './rules/rule.ts'

/** An alert as it is kept. Moments are milliseconds since 1970. */
export interface KeptAlert {
  readonly id: number
  readonly kind: AlertKind
  readonly severity: Severity
  readonly message: string
  readonly nextStep: string
  readonly firstSeenAt: number
  readonly lastSeenAt: number
  readonly snoozedUntil: number | null
  readonly acknowledgedAt: number | null
  readonly overAt: number | null
}

/** What an evaluation does to the alerts of a kind. */
export type AlertChange =
  | { readonly change: 'raise'; readonly reason: AlertReason; readonly at: number }
  /** Its rule still holds, maybe with other numbers. */
  | { readonly change: 'see'; readonly id: number; readonly reason: AlertReason; readonly at: number }
  | { readonly change: 'end'; readonly id: number; readonly at: number }

/** Where an alert stands at a moment. */
export function alertState(alert: Omit<KeptAlert, 'id'>, nowMs: number): AlertState {
  if (alert.overAt !== null) return 'over'
  if (alert.acknowledgedAt !== null) return 'acknowledged'
  return alert.snoozedUntil !== null && nowMs < alert.snoozedUntil ? 'snoozed' : 'active'
}

/**
 * What is to be done about a kind after its rule was asked: `latest` is the last alert of that kind, null when there was
 * none; `reason` null when the rule does not hold. An alert that is there is seen again or ends; a new one is raised
 * unless the last one ended less than the cooldown ago. A critical one is raised whenever its rule holds again: what was
 * broken, seemed mended and is broken again concerns everybody now. A clock that was set does not make the cooldown longer.
 */
export function nextChange(
  latest: KeptAlert | null,
  reason: AlertReason | null,
  nowMs: number,
  cooldownMs: number,
): AlertChange | null {
  if (latest && latest.overAt === null) {
    if (!reason) return { change: 'end', id: latest.id, at: nowMs }
    return { change: 'see', id: latest.id, reason, at: Math.max(nowMs, latest.lastSeenAt) }
  }
  if (!reason) return null
  const coolingDown = latest?.overAt != null && Math.abs(nowMs - latest.overAt) < cooldownMs
  return coolingDown && reason.severity !== 'critical' ? null : { change: 'raise', reason, at: nowMs }
}
