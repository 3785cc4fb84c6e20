/** Drift against the reference, period by period. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { DriftReport, Timeline, TimelineRequest } from '../../../contract/drift.ts'
import type { Window } from '../../../contract/windows.ts'
import { counted } from '../../sentences/counted.ts'
import type { LeadsByField } from '../windows/lead-sample.ts'
import { LeadsRemoved, readByField } from '../windows/read-by-field.ts'
import { REFERENCE_NAME, type Reference } from '../windows/read-reference.ts'
import { compareField } from './compared-measure.ts'
import { reportVerdict } from './drift-report.ts'
import type { DriftSources } from './drift-sources.ts'
import { createJudging } from './judge-measures.ts'
import { orderFields } from './order-fields.ts'
import type { Pause } from './pause.ts'
import { createPeriodList } from './period-list.ts'
import { compareScores } from './score-drift.ts'
import type { Period } from './timeline-periods.ts'

/** Fewer leads than this make no point of their own. */
export const LEAST_PER_POINT = 30

type Point = Timeline['points'][number]

/** Points that were made before, by period, rule and what the period holds. */
export type KnownPoints = Map<string, Point>

interface TimelineWork {
  readonly pause: Pause
  /** Called while leads are read; may throw. */
  readonly beforeChunk?: () => void
  readonly known: KnownPoints
}

/**
 * Makes the timeline of a history, of one moment; null when it is not wanted any more. Periods that did not change are
 * remembered.
 */
export async function makeTimeline(
  sources: DriftSources,
  { step, rule }: TimelineRequest,
  { pause, beforeChunk, known }: TimelineWork,
): Promise<Timeline | null> {
  const { columnBytes } = sources
  const db = sources.db()
  const reference = sources.reference()
  if (!db) return { points: [], note: 'There are no leads yet.' }
  if (!reference)
    return { points: [], note: 'The model came without leads of its own: nothing can be compared.' }
  const periodsNow = createPeriodList(db, { step, least: LEAST_PER_POINT, nowMs: sources.clock.nowMs() })
  // Points take their time, and the history may change between two of them. So each look is at one moment and reads what is
  // not known as of then; the answer is that of the last look, which found at most one point missing.
  for (;;) {
    const { periods, missing, next } = db.transaction(() => {
      const periods = periodsNow().map(({ key, ...listed }) => {
        const point = known.get(`${rule} ${key}`) ?? null
        return { ...listed, key: `${rule} ${key}`, point }
      })
      const missing = periods.filter(({ point }) => point === null)
      const [first] = missing
      const sample =
        first && readByField(db, sources.manifest.fields, first.chunks, { columnBytes, beforeChunk })
      return { periods, missing: missing.length, next: first && sample && { ...first, sample } }
    })()
    const made =
      next && (await makePoint(sources, reference, next.sample, next.period, rule, pause).catch(goOn))
    if (made === null) return null
    if (made === 'removed') continue
    if (next && made) known.set(next.key, made)
    if (missing > 1) continue
    const points = periods.flatMap(({ point }) => point ?? made ?? [])
    return { points, note: note(points, step) }
  }
}

/** Of leads that were removed while they were read no point is made: the next look tells which are left. */
function goOn(error: unknown): 'removed' {
  if (error instanceof LeadsRemoved) return 'removed'
  throw error
}

async function makePoint(
  { manifest }: Pick<DriftSources, 'manifest'>,
  reference: Reference,
  sample: LeadsByField,
  period: Period,
  rule: TimelineRequest['rule'],
  pause: Pause,
): Promise<Point | null> {
  const judging = createJudging({ rule })
  const looked: Field[] = []
  for (const [index, field] of manifest.fields.entries()) {
    for (const measured of compareField(field, index, reference, sample, rule)) {
      judging.look(measured)
      looked.push(field)
      if (await pause()) return null
    }
  }
  const judged = judging.judge()
  const scores = { baseline: reference.scores, window: sample.scores, observed: reference.observed }
  const score = compareScores(scores, manifest, rule, { baselineName: REFERENCE_NAME })
  const { from, to, merged } = period
  const verdict: DriftReport['verdict'] = reportVerdict(judged, rule)
  const fields = looked.flatMap(({ name, importance }, index) => {
    const one = judged[index]
    return one ? [{ ...one, name, importance }] : []
  })
  // In the order of a report's findings: the same leads are told of in the same words everywhere.
  const drifted = orderFields(fields).filter((field) => field.verdict === 'drift')
  const statistics = fields.map(({ name, statistic }) => ({ name, value: statistic?.value ?? null }))
  return {
    from,
    to,
    merged,
    window: { kind: 'period', from, to } satisfies Window,
    leads: sample.count,
    verdict,
    driftedFields: [...new Set(drifted.map(({ name }) => name))],
    values: { ...strongest(statistics), score: score.statistic?.value ?? null },
    expected: score.expected?.window ?? null,
  }
}

/** One number a field: of a text's measures the one that differs most. */
function strongest(
  statistics: readonly { readonly name: string; readonly value: number | null }[],
): Record<string, number | null> {
  const values: Record<string, number | null> = {}
  for (const { name, value } of statistics) {
    const before = values[name] ?? null
    values[name] = before === null || (value !== null && value > before) ? value : before
  }
  return values
}

function note(points: readonly Point[], step: TimelineRequest['step']): string | null {
  if (points.length === 0) return 'There are no leads yet.'
  const merged = points.filter((point) => point.merged).length
  const thin = points.some(({ leads }) => leads < LEAST_PER_POINT)
  if (thin) {
    return `All leads together are fewer than ${LEAST_PER_POINT}, so the one point says little.`
  }
  if (merged === 0) return null
  return `${counted(merged, 'point stands', 'points stand')} for several ${step}s, because one alone had fewer than ${LEAST_PER_POINT} leads.`
}
