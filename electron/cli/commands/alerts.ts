/** `alerts`: what the app noticed by itself. */
import type { Command } from 'commander'
import type { Alert } from '../../contract/alerts.ts'
import type { Engine } from '../../engine/engine.ts'
import { withCommonOptions } from '../common-options.ts'
import { print } from '../output.ts'
import { wholeNumber } from '../whole-number.ts'
import { type CommonOptions, withEngine } from '../with-engine.ts'

interface AlertsOptions extends CommonOptions {
  readonly evaluate?: boolean
  readonly acknowledge?: number
  readonly snooze?: number
  readonly hours: number
}

const DEFAULT_HOURS = 24

/** Adds the command. */
export function addAlerts(program: Command): void {
  withCommonOptions(
    program
      .command('alerts')
      .description('what the app noticed by itself, and what to do about it')
      .option('--evaluate', 'ask the rules first, as the open app does every hour')
      .option('--acknowledge <alert>', 'keep this alert quiet until it is over', wholeNumber)
      .option('--snooze <alert>', 'keep this alert quiet for some hours', wholeNumber)
      .option('--hours <count>', 'how long to snooze', wholeNumber, DEFAULT_HOURS),
  ).action(async (options: AlertsOptions) => {
    const { evaluate, acknowledge, snooze } = options
    const writes = evaluate === true || acknowledge !== undefined || snooze !== undefined
    const alerts = await withEngine(options, writes ? 'write' : 'read', (engine) => change(engine, options))
    print(options, alerts, describeAlerts)
  })
}

async function change(engine: Engine, options: AlertsOptions): Promise<readonly Alert[]> {
  const { evaluate, acknowledge, snooze, hours } = options
  if (evaluate) await engine.evaluateAlerts()
  if (acknowledge !== undefined) await engine.acknowledgeAlert(acknowledge)
  if (snooze !== undefined) await engine.snoozeAlert(snooze, hours)
  return engine.alerts()
}

function describeAlerts(alerts: readonly Alert[]): string[] {
  if (alerts.length === 0) return ['No alerts.']
  return alerts.flatMap(({ id, severity, state, message, nextStep, lastSeenAt, snoozedUntil }) => [
    `alert ${id} (${severity}, ${describeState(state, snoozedUntil)}), last seen ${moment(lastSeenAt)}: ${message}`,
    ...(state === 'over' ? [] : [`  ${nextStep}`]),
  ])
}

const describeState = (state: Alert['state'], until: string | null) =>
  state === 'snoozed' && until !== null ? `quiet until ${moment(until)}` : state

const moment = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`
