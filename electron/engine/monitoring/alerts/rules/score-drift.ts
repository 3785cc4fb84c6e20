/** The scores are unlike those of the leads the model learned from. */
import { REFERENCE_NAME } from '../../windows/read-reference.ts'
import type { AlertRule } from './rule.ts'

/** Medium when the report calls the scores drifted, and chance does that with a probability below `scoreDriftP`. */
export const scoreDrift: AlertRule = ({ drift }, { scoreDriftP }) => {
  if (!drift?.scoreDrifted || drift.scoreP === null || !(drift.scoreP < scoreDriftP)) return null
  return {
    kind: 'score_drift',
    severity: 'medium',
    message: `In ${drift.windowName}, the scores are spread differently than those of ${REFERENCE_NAME}; chance alone does that less than once in ${Math.floor(1 / scoreDriftP).toLocaleString('en')} times.`,
    nextStep:
      'See Leads in Monitor: the fields at the top explain most of it. Compare how many leads are hot, warm and cold now.',
  }
}
