/** Figures of a timeline as a chart needs them. */
import type { Timeline } from '../../../electron/contract/drift.ts'
import { formatShare } from '../../format/chance.ts'

/** The mean chance; not a field of any model. */
export const EXPECTED = 'expected chance'
/** The name the engine gives the difference of scores. */
export const SCORE = 'score'

/** One figure of each period, oldest first; null where it was not computed. */
export function timelineValues(points: Timeline['points'], shown: string): readonly (number | null)[] {
  return points.map(({ expected, values }) => (shown === EXPECTED ? expected : (values[shown] ?? null)))
}

/** How the figures are written on the axis. */
export const formatTimelineValue = {
  chance: (value: number) => formatShare(value),
  difference: (value: number) => new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 }).format(value),
} as const

/** Names of which the first few are told: `Industry, Location and 11 more`. */
export function fewNames(names: readonly string[], most: number): string {
  if (names.length <= most + 1) return names.join(', ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}
