/** The model was trained long ago. */
import { counted } from '../../../sentences/counted.ts'
import type { AlertRule } from './rule.ts'

/** Low when the model was trained more than `modelAgeDays` days ago. */
export const modelAge: AlertRule = ({ modelAgeDays: age }, { modelAgeDays }) => {
  if (age <= modelAgeDays) return null
  return {
    kind: 'model_age',
    severity: 'low',
    message: `The model was trained ${counted(age, 'day')} ago; after ${counted(modelAgeDays, 'day')} it is time to look whether it still fits.`,
    nextStep:
      'See Leads in Monitor: if they and the outcomes are as before, the model is still good. Otherwise train a new one.',
  }
}
