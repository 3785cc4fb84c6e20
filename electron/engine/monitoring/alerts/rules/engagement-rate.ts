/** Few of the leads that were called engage. */
import { percent } from '../alert-words.ts'
import type { AlertRule } from './rule.ts'

/** Low when fewer than `engagementRate` of at least `engagementLeads` leads with an outcome engaged. */
export const engagementRate: AlertRule = ({ outcomes }, thresholds) => {
  const { leads, engaged } = outcomes.recent
  if (leads < thresholds.engagementLeads || engaged / leads >= thresholds.engagementRate) return null
  return {
    kind: 'engagement_rate',
    severity: 'low',
    message: `${engaged.toLocaleString('en')} of the last ${leads.toLocaleString('en')} leads with an outcome engaged (${percent(engaged / leads)}); under ${percent(thresholds.engagementRate)} is low.`,
    nextStep: 'See whether the right leads were called: compare the outcomes of hot, warm and cold ones.',
  }
}
