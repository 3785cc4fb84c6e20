/** The table of alerts. */
import type { Alert } from '../../contract/alerts.ts'
import { refuse } from '../../contract/result.ts'
import { type AlertChange, alertState, type KeptAlert, nextChange } from '../monitoring/alerts/alert-life.ts'
import type { AlertReason } from '../monitoring/alerts/rules/rule.ts'
import type { ReadHandle, WriteHandle } from './connection.ts'

/** Of those that are over, so many are listed. */
const LISTED_OVER = 200

const COLUMNS = `id, kind, severity, message, next_step AS nextStep, first_seen_at AS firstSeenAt,
  last_seen_at AS lastSeenAt, snoozed_until AS snoozedUntil, acknowledged_at AS acknowledgedAt, over_at AS overAt`

/** Alerts that are there, the gravest first, then those that are over, the last one first. */
export function listAlerts(db: ReadHandle, nowMs: number): readonly Alert[] {
  return db
    .prepare<{ limit: number }, KeptAlert>(
      `SELECT ${COLUMNS} FROM alert WHERE over_at IS NULL
         OR id IN (SELECT id FROM alert WHERE over_at IS NOT NULL ORDER BY over_at DESC, id DESC LIMIT :limit)
       ORDER BY over_at IS NOT NULL,
         CASE WHEN over_at IS NULL THEN instr('critical high medium low', severity) END,
         over_at DESC, last_seen_at DESC, id DESC`,
    )
    .all({ limit: LISTED_OVER })
    .map((alert) => describeAlert(alert, nowMs))
}

/** What an evaluation of the rules changed. */
export interface AlertsRecorded {
  /** Alerts that were not there before. */
  readonly raised: readonly Alert[]
  /** How many were raised, seen again, or ended. */
  readonly changes: number
}

/** What can be done to the alerts of a history; moments are milliseconds since 1970. */
export interface AlertTable {
  /** Takes up what the rules gave, in the running transaction; a kind without a reason ends. */
  record(reasons: readonly AlertReason[], nowMs: number, cooldownMs: number): AlertsRecorded
  /** Refuses an alert that is not there or is over. */
  acknowledge(id: number, nowMs: number): Alert
  /** Refuses an alert that is not there, is over or was acknowledged. */
  snooze(id: number, untilMs: number, nowMs: number): Alert
}

/** The alerts of a history. */
export function createAlertTable(db: WriteHandle): AlertTable {
  const latestOfEach = db.prepare<[], KeptAlert>(
    `SELECT ${COLUMNS} FROM alert WHERE id IN (SELECT max(id) FROM alert GROUP BY kind)`,
  )
  const get = db.prepare<{ id: number }, KeptAlert>(`SELECT ${COLUMNS} FROM alert WHERE id = :id`)
  const read = (id: number, nowMs: number) => describeAlert(get.get({ id }) ?? refuseUnknown(id), nowMs)
  const apply = createChanges(db)
  const acknowledge = db.prepare<{ id: number; at: number }>(
    'UPDATE alert SET acknowledged_at = ifnull(acknowledged_at, :at) WHERE id = :id',
  )
  const snooze = db.prepare<{ id: number; until: number }>(
    'UPDATE alert SET snoozed_until = :until WHERE id = :id',
  )
  const requireThere = (id: number) => {
    const alert = get.get({ id }) ?? refuseUnknown(id)
    if (alert.overAt !== null) refuse('alert_over', 'This alert is over already.', undefined, { alert: id })
    return alert
  }

  return {
    record(reasons, nowMs, cooldownMs) {
      const latest = new Map(latestOfEach.all().map((alert) => [alert.kind, alert]))
      const given = new Map(reasons.map((reason) => [reason.kind, reason]))
      const changes = [...new Set([...latest.keys(), ...given.keys()])].flatMap((kind) => {
        const change = nextChange(latest.get(kind) ?? null, given.get(kind) ?? null, nowMs, cooldownMs)
        return change ? [change] : []
      })
      const raised = changes.map(apply).filter((id) => id !== null)
      return { raised: raised.map((id) => read(id, nowMs)), changes: changes.length }
    },
    acknowledge(id, nowMs) {
      requireThere(id)
      acknowledge.run({ id, at: nowMs })
      return read(id, nowMs)
    },
    snooze(id, untilMs, nowMs) {
      if (requireThere(id).acknowledgedAt !== null) {
        refuse('alert_acknowledged', 'This alert was acknowledged, so it is quiet already.')
      }
      snooze.run({ id, until: untilMs })
      return read(id, nowMs)
    },
  }
}

/** Does a change; answers the id of an alert that was raised, else null. */
function createChanges(db: WriteHandle): (change: AlertChange) => number | null {
  const raise = db.prepare<AlertReason & { at: number }>(
    `INSERT INTO alert (kind, severity, message, next_step, first_seen_at, last_seen_at)
     VALUES (:kind, :severity, :message, :nextStep, :at, :at)`,
  )
  const see = db.prepare<AlertReason & { id: number; at: number }>(
    `UPDATE alert SET severity = :severity, message = :message, next_step = :nextStep, last_seen_at = :at
     WHERE id = :id`,
  )
  const end = db.prepare<{ id: number; at: number }>('UPDATE alert SET over_at = :at WHERE id = :id')
  return (change) => {
    switch (change.change) {
      case 'raise':
        return Number(raise.run({ ...change.reason, at: change.at }).lastInsertRowid)
      case 'see':
        see.run({ ...change.reason, id: change.id, at: change.at })
        return null
      case 'end':
        end.run({ id: change.id, at: change.at })
        return null
    }
  }
}

function describeAlert(alert: KeptAlert, nowMs: number): Alert {
  const { id, kind, severity, message, nextStep } = alert
  const moment = (ms: number) => new Date(ms).toISOString()
  return {
    id,
    kind,
    severity,
    state: alertState(alert, nowMs),
    message,
    nextStep,
    firstSeenAt: moment(alert.firstSeenAt),
    lastSeenAt: moment(alert.lastSeenAt),
    snoozedUntil: alert.snoozedUntil === null ? null : moment(alert.snoozedUntil),
  }
}

function refuseUnknown(id: number): never {
  refuse('alert_unknown', `There is no alert ${id}.`, undefined, { alert: id })
}
