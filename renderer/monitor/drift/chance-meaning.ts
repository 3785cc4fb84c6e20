/** What the chance of a difference means, in words. */
import type { DriftStatistic, FieldVerdict } from '../../../electron/contract/drift.ts'
import { formatP } from '../format-statistics.ts'

/** What stands beside the chance that accident alone makes such a difference. */
export function chanceMeaning(
  { p, adjustedP, threshold, judgedBy }: Pick<DriftStatistic, 'p' | 'adjustedP' | 'threshold' | 'judgedBy'>,
  verdict: FieldVerdict,
): string {
  if (p === null) return 'the size alone decides here'
  const decisive = adjustedP ?? p
  return [
    ...(adjustedP === null ? [] : [`${formatP(adjustedP)} as so many fields are looked at`]),
    ...(judgedBy === 'p' ? [`counts up to ${formatP(threshold)}`] : []),
    ...(verdict === 'no_drift' && judgedBy === 'p' && decisive <= threshold
      ? ['so it is no accident, but too small to matter']
      : []),
  ].join('; ')
}
