/** All rules of alerts, applied. */
import { type AlertKind, alertKindSchema, type MonitorSettings } from '../../../contract/alerts.ts'
import type { AlertFacts } from './alert-facts.ts'
import { dataDrift } from './rules/data-drift.ts'
import { engagementRate } from './rules/engagement-rate.ts'
import { engineDown } from './rules/engine-down.ts'
import { enoughOutcomes } from './rules/enough-outcomes.ts'
import { errors } from './rules/errors.ts'
import { modelAge } from './rules/model-age.ts'
import type { AlertReason, AlertRule } from './rules/rule.ts'
import { scoreDrift } from './rules/score-drift.ts'
import { slowScoring } from './rules/slow-scoring.ts'

const RULES: Readonly<Record<AlertKind, AlertRule>> = {
  engine_down: engineDown,
  errors,
  slow_scoring: slowScoring,
  data_drift: dataDrift,
  score_drift: scoreDrift,
  engagement_rate: engagementRate,
  model_age: modelAge,
  enough_outcomes: enoughOutcomes,
}

/** The reasons there are for alerts now, the gravest first; a muted rule gives none. */
export function applyRules(
  facts: AlertFacts,
  { thresholds, muted }: Pick<MonitorSettings, 'thresholds' | 'muted'>,
): readonly AlertReason[] {
  return alertKindSchema.options.flatMap((kind) => {
    const reason = muted.includes(kind) ? null : RULES[kind](facts, thresholds)
    return reason ? [reason] : []
  })
}
