/** The timeline in one sentence. */
import type { Timeline } from '../../../electron/contract/drift.ts'
import { formatCount, plural } from '../../format/numbers.ts'

/** In how many of its periods the leads were different, of those that had enough leads to be judged. */
export function timelineAnswer(points: readonly Pick<Timeline['points'][number], 'verdict'>[]): string {
  if (points.length === 1) return 'One period so far: from the second on, a chart shows how things change.'
  const judged = points.filter(({ verdict }) => verdict === 'drift' || verdict === 'no_drift').length
  const different = points.filter(({ verdict }) => verdict === 'drift').length
  const periods = `${formatCount(judged)} ${plural(judged, 'period', 'periods')}`
  if (judged === 0) return 'No period has enough leads to be judged.'
  if (different === 0) return `In each of ${periods} the leads were like the model’s own.`
  if (different === judged) return `In each of ${periods} the leads were different from the model’s own.`
  return `In ${formatCount(different)} of ${periods} the leads were different from the model’s own.`
}
