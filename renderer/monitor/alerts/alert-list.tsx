import { Button, Menu } from '@mantine/core'
import { IconBellZ, IconCheck, IconChevronDown, IconEye } from '@tabler/icons-react'
import type { Alert } from '../../../electron/contract/alerts.ts'
import { formatWhen } from '../../format/moment.ts'
import { Card } from '../../ui/card.tsx'
import { PLAIN_MENU } from '../../ui/plain-menu.ts'
import type { MonitorState } from '../monitor-state.ts'
import { VerdictChip } from '../verdict-chip.tsx'
import { ALERT_TITLES, lookAtAlert, severityWords } from './alert-groups.ts'
import classes from './alerts.module.css'
import { useAlertActions } from './use-alert-actions.ts'

interface AlertListProps {
  readonly alerts: readonly Alert[]
  readonly heading: string
  /** Shows what an alert is about. */
  readonly onLook: (look: Partial<MonitorState>) => void
}

/** Alerts in one card: what was noticed, what to do, and what can be done about the alert itself. */
export function AlertList({ alerts, heading, onLook }: AlertListProps) {
  const id = `alerts-${heading.toLowerCase().replaceAll(' ', '-')}`
  return (
    <Card title={heading} labelledBy={id}>
      <ul className={classes.list}>
        {alerts.map((alert) => (
          <AlertItem key={alert.id} alert={alert} onLook={onLook} />
        ))}
      </ul>
    </Card>
  )
}

interface AlertItemProps {
  readonly alert: Alert
  readonly onLook: AlertListProps['onLook']
}

function AlertItem({ alert, onLook }: AlertItemProps) {
  const { id, kind, severity, state, message, nextStep } = alert
  const open = state === 'active' || state === 'snoozed'
  return (
    <li className={classes.alert} data-alert={id} data-kind={kind} data-state={state}>
      <div className={classes.head}>
        <h3 className={classes.title}>{ALERT_TITLES[kind]}</h3>
        {open ? <VerdictChip {...severityWords(severity)} /> : null}
      </div>
      <p className={classes.message}>{message}</p>
      {open ? (
        <p className={classes.next}>
          <strong>What to do:</strong> {nextStep}
        </p>
      ) : null}
      <p className={classes.when}>{whenWords(alert)}</p>
      {open ? <AlertWays alert={alert} onLook={onLook} /> : null}
    </li>
  )
}

const SNOOZES = [
  { hours: 24, words: 'one day' },
  { hours: 24 * 7, words: 'one week' },
] as const

function AlertWays({ alert: { id, kind }, onLook }: AlertItemProps) {
  const { busy, acknowledge, snooze } = useAlertActions()
  return (
    <div className={classes.ways}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconEye size={14} aria-hidden />}
        aria-label={`Look at it: ${ALERT_TITLES[kind]}`}
        onClick={() => onLook(lookAtAlert(kind))}
      >
        Look at it
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={busy}
        leftSection={<IconCheck size={14} aria-hidden />}
        aria-label={`Mark as seen: ${ALERT_TITLES[kind]}`}
        onClick={() => acknowledge(id)}
      >
        Mark as seen
      </Button>
      <Menu position="bottom-start" {...PLAIN_MENU}>
        <Menu.Target>
          <Button
            variant="subtle"
            size="compact-sm"
            disabled={busy}
            leftSection={<IconBellZ size={14} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
            aria-label={`Remind me later: ${ALERT_TITLES[kind]}`}
          >
            Remind me later
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {SNOOZES.map(({ hours, words }) => (
            <Menu.Item key={hours} onClick={() => snooze(id, hours, words)}>
              In {words}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}

function whenWords({ state, firstSeenAt, lastSeenAt, snoozedUntil }: Alert): string {
  const first = formatWhen(firstSeenAt, new Date())
  if (state === 'snoozed' && snoozedUntil !== null) {
    return `First noticed ${first}. Quiet until ${formatWhen(snoozedUntil, new Date())}.`
  }
  const last = formatWhen(lastSeenAt, new Date())
  // Not "seen": that is what the user says of it.
  const noticed = first === last ? `Noticed ${first}.` : `First noticed ${first}, last ${last}.`
  if (state === 'acknowledged') return `${noticed} Marked as seen.`
  return state === 'over' ? `${noticed} It has passed.` : noticed
}
