/** A model's ranking quality in words for people who have never heard of an AUC. */
import type { Metric } from '../../electron/contract/app-info.ts'
import { formatCount } from '../format/numbers.ts'

/** AUC is the share of pairs put in the right order: that sentence is its definition, not a simplification. */
export function rankingSentence(auc: Metric, locale?: string): string {
  const times = Math.round(auc.value * 100)
  const [low, high] = auc.interval.map((bound) => Math.round(bound * 100))
  const leads = `${formatCount(auc.n, locale)} leads it had not seen`
  return (
    `Of one lead who engaged and one who did not, it puts the right one first ${times} times in 100 ` +
    `(between ${low} and ${high}, measured on ${leads}). Guessing would get 50.`
  )
}
