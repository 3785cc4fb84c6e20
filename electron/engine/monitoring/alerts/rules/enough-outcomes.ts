/** There is something to learn from. */
import { counted } from '../../../sentences/counted.ts'
import type { AlertRule } from './rule.ts'

/** Low when `newOutcomes` or more outcomes were recorded since the model was trained. */
export const enoughOutcomes: AlertRule = ({ outcomes }, { newOutcomes }) => {
  if (outcomes.sinceTraining < newOutcomes) return null
  return {
    kind: 'enough_outcomes',
    severity: 'low',
    message: `${counted(outcomes.sinceTraining, 'outcome')} came in since the model was trained: enough to learn from.`,
    nextStep:
      'Train a model on your own outcomes. It only takes over if it is not worse than the present one.',
  }
}
