/** Scoring fails again and again. */
import { counted } from '../../../sentences/counted.ts'
import { minutes } from '../alert-words.ts'
import type { AlertRule } from './rule.ts'

/** Critical when scoring requests failed `engineDownFailures` times or more within `engineDownMinutes`. */
export const engineDown: AlertRule = ({ nowMs, failures }, { engineDownFailures, engineDownMinutes }) => {
  const since = nowMs - engineDownMinutes * 60_000
  const recent = failures.filter(({ startedAt }) => startedAt > since && startedAt <= nowMs)
  if (recent.length < engineDownFailures) return null
  return {
    kind: 'engine_down',
    severity: 'critical',
    message: `Scoring failed ${counted(recent.length, 'time')} within ${minutes(engineDownMinutes)}.`,
    nextStep:
      'Restart the app. If scoring still fails, see Health in Monitor for what went wrong. Leads that were saved are safe.',
  }
}
