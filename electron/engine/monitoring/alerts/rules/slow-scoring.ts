/** Leads typed in take long. */
import { counted } from '../../../sentences/counted.ts'
import { exactQuantiles } from '../../latency/exact-quantiles.ts'
import { inTime } from '../../latency/latency-sentences.ts'
import { minutes } from '../alert-words.ts'
import type { AlertRule } from './rule.ts'

/** One hiccup of the disk is no slow app: among few scores it would be the p95 by itself. */
const FEWEST_SLOW = 3

/**
 * Medium when of the single scores of `slowMinutes` p95 is above `slowP95Ms`, or p99 above `slowP99Ms`, and at least three
 * of them are.
 */
export const slowScoring: AlertRule = ({ nowMs, singles }, { slowP95Ms, slowP99Ms, slowMinutes }) => {
  const since = nowMs - slowMinutes * 60_000
  const isRecent = (place: number) => {
    const at = singles.startedAt[place] ?? 0
    return at > since && at <= nowMs
  }
  const recent = singles.totalMs.filter((_, place) => isRecent(place))
  const [p95 = Number.NaN, p99 = Number.NaN] = exactQuantiles(recent, [0.95, 0.99])
  const over = [
    { quantile: p95, limit: slowP95Ms },
    { quantile: p99, limit: slowP99Ms },
  ]
    .filter(({ quantile, limit }) => quantile > limit)
    .map(({ limit }) => ({ limit, count: recent.filter((ms) => ms > limit).length }))
    .find(({ count }) => count >= FEWEST_SLOW)
  if (!over) return null
  const slowest = recent.reduce((most, ms) => Math.max(most, ms), 0)
  return {
    kind: 'slow_scoring',
    severity: 'medium',
    message: `${over.count.toLocaleString('en')} of ${counted(recent.length, 'lead')} typed in within ${minutes(slowMinutes)} took longer than ${inTime(over.limit, 'nearest')}; the slowest took ${inTime(slowest, 'nearest')}.`,
    nextStep:
      'See Speed in Monitor for which stage takes long. Close other programs; an import that is running slows scoring down until it ends.',
  }
}
