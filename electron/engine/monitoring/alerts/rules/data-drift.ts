/** The leads are unlike those the model learned from. */
import { counted } from '../../../sentences/counted.ts'
import { listed } from '../../../sentences/listed.ts'
import { REFERENCE_NAME } from '../../windows/read-reference.ts'
import type { AlertRule } from './rule.ts'

/** More names than these are counted. */
const NAMED = 3

/** Medium when at least `driftedFields` of the fields that were judged drifted. */
export const dataDrift: AlertRule = ({ drift }, { driftedFields }) => {
  if (!drift || drift.judgedFields === 0) return null
  const drifted = drift.driftedFields.length
  // A threshold of 0 asks for any drift, not for an alert without one.
  if (drifted === 0 || drifted / drift.judgedFields < driftedFields) return null
  return {
    kind: 'data_drift',
    severity: 'medium',
    message: `In ${drift.windowName}, ${drifted} of ${counted(drift.judgedFields, 'field')} ${drifted === 1 ? 'is' : 'are'} unlike those of ${REFERENCE_NAME}: ${listed(drift.driftedFields, NAMED)}.`,
    nextStep:
      'See Leads in Monitor for what changed. If these are the leads you want, their scores are less certain until the model is trained on them.',
  }
}
