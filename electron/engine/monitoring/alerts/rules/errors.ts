/** Too much of what was tried has failed. */
import { counted } from '../../../sentences/counted.ts'
import { minutes, percent } from '../alert-words.ts'
import type { AlertRule } from './rule.ts'

/** High when more than `errorShare` of the operations of `errorMinutes` failed. */
export const errors: AlertRule = ({ nowMs, failures, operationsAt }, { errorShare, errorMinutes }) => {
  const since = nowMs - errorMinutes * 60_000
  const isRecent = (at: number) => at > since && at <= nowMs
  const total = operationsAt.reduce((sum, at) => sum + (isRecent(at) ? 1 : 0), 0)
  const failed = failures.filter(({ startedAt }) => isRecent(startedAt)).length
  if (total === 0 || failed / total <= errorShare) return null
  return {
    kind: 'errors',
    severity: 'high',
    message: `${failed.toLocaleString('en')} of ${counted(total, 'scoring')} within ${minutes(errorMinutes)} failed; more than ${percent(errorShare)} is too much.`,
    nextStep: 'See Health in Monitor for what failed, and try again what was not saved.',
  }
}
