/** Metrics of a model on leads it has not seen, each with its interval. */
import type { Metric } from '../bundle/manifest.ts'
import { brierScore } from '../statistics/brier-score.ts'
import { logLoss } from '../statistics/log-loss.ts'
import { logLossOfLead } from '../statistics/log-loss-of-lead.ts'
import { meanInterval } from '../statistics/mean-interval.ts'
import { precisionAtK } from '../statistics/precision-at-k.ts'
import { rocAuc } from '../statistics/roc-auc.ts'
import { rocAucInterval } from '../statistics/roc-auc-interval.ts'
import { wilsonInterval } from '../statistics/wilson-interval.ts'

/** How many of the best-scored leads the precision is told for: a week's calls, and a quarter's. */
const CALL_LISTS = [100, 1000] as const

/** AUC, log loss, Brier score and precision among the best-scored leads. */
export function measureModel(scores: Float64Array, outcomes: Uint8Array): Metric[] {
  const n = scores.length
  const squaredErrors = scores.map((score, lead) => (score - (outcomes[lead] ?? 0)) ** 2)
  const metric = (name: Metric['name'], value: number, interval: readonly [number, number]): Metric => ({
    name,
    value: fourDigits(value),
    interval: [fourDigits(interval[0]), fourDigits(interval[1])],
    n,
    split: 'holdout',
  })
  return [
    metric('auc', rocAuc(scores, outcomes), rocAucInterval(scores, outcomes)),
    metric('logLoss', logLoss(scores, outcomes), meanInterval(logLossOfLead(scores, outcomes))),
    metric('brier', brierScore(scores, outcomes), meanInterval(squaredErrors)),
    ...CALL_LISTS.filter((k) => k <= n).map((k) => {
      const precision = precisionAtK(scores, outcomes, k)
      return { ...metric('precisionAtK', precision, wilsonInterval(precision * k, k)), k }
    }),
  ]
}

/** A metric from ten thousand leads is uncertain in its third digit already. */
function fourDigits(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
