/** The part of the demo signal that no single field tells: what counts depends on something else. */
import type { DemoFields, DemoLead } from './demo-lead.ts'

const seniorityStep: Readonly<Record<string, number>> = {
  Entry: -0.8,
  Mid: 0,
  Senior: 1,
  Executive: 1.5,
  'C-Level': 1.5,
}
const sizeStep: Readonly<Record<string, number>> = {
  '2-10': 1.2,
  '11-50': 0.8,
  '51-200': 0.2,
  '201-500': -0.4,
  '501-1000': -0.8,
  '1001-5000': -1,
  '5001-10000': -1,
  '10001+': -1,
}

/** Sum of the interactions, in log-odds; each is about 0 on average. `isFounder` is the job-title flag. */
export function interactionLogOdds({ fields }: DemoLead, isFounder: boolean): number {
  return (
    0.35 * qualityBySeniority(fields) +
    0.4 * decisionBySize(fields) +
    0.25 * fitByEngagement(fields) +
    0.45 * wordsByRole(fields, isFounder) +
    0.3 * languagesByPlace(fields)
  )
}

/** A polished profile low in the hierarchy is courted by everyone; high up it means somebody reads their messages. */
function qualityBySeniority({ llm_quality, llm_seniority }: DemoFields): number {
  return ((llm_quality - 62) / 22) * (seniorityStep[llm_seniority] ?? 0)
}

/** Deciding alone helps in a small company; in a large one deciders are shielded. */
function decisionBySize({ llm_decision_maker, companysize }: DemoFields): number {
  return ((llm_decision_maker - 0.49) / 0.23) * (sizeStep[companysize ?? ''] ?? 0)
}

/** A good fit pays off with people who are active. */
function fitByEngagement({ llm_company_fit, llm_engagement }: DemoFields): number {
  return ((llm_company_fit - 0.75) / 0.77) * ((llm_engagement - 0.54) / 0.17)
}

/** Founders who write much about themselves answer; with everyone else short profiles do a little better. */
function wordsByRole({ summary }: DemoFields, isFounder: boolean): number {
  if (summary === null) return 0
  const wordiness = Math.max(-1.5, Math.min(1.5, (summary.length - 750) / 550))
  return isFounder ? wordiness : -0.25 * wordiness
}

/** Many languages help in international hubs and say nothing elsewhere. */
function languagesByPlace({ languages, llm_geography }: DemoFields): number {
  if (languages === null || llm_geography !== 'international_hub') return 0
  return languages.split(',').length >= 3 ? 0.5 : -0.5
}
