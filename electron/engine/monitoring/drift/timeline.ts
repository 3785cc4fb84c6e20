/** Drift against the reference, period by period. */
import type { DriftReport, Timeline, TimelineRequest } from '../../../contract/drift.ts'
import type { Window } from '../../../contract/windows.ts'
import { counted } from '../../sentences/counted.ts'
import { seedOfSamples } from '../judgement/seed-of-samples.ts'
import type { Remember } from '../remember-answers.ts'
import type { LeadSample } from '../windows/lead-sample.ts'
import type { Reference } from '../windows/read-reference.ts'
import { readWindow } from '../windows/read-window.ts'
import { countLeads, type WindowChunk, windowChunks } from '../windows/window-chunks.ts'
import { type ComparedMeasure, compareField } from './compared-measure.ts'
import { reportVerdict } from './drift-report.ts'
import type { DriftSources } from './drift-sources.ts'
import { judgeMeasures } from './judge-measures.ts'
import type { Pause } from './pause.ts'
import { compareScores } from './score-drift.ts'
import { mergeThin, type Period, periodOf } from './timeline-periods.ts'

/** Fewer leads than this make no point of their own. */
export const LEAST_PER_POINT = 30

type Point = Timeline['points'][number]

interface PeriodChunks {
  readonly period: Period
  readonly leads: number
  readonly chunks: readonly WindowChunk[]
}

/** Points that were made before; null stands for one that was not wanted any more. */
export type RememberPoint = Remember<Point | null>

/** Makes the timeline of a history; null when it is not wanted any more. Periods that did not change are remembered. */
export async function makeTimeline(
  sources: Pick<DriftSources, 'db' | 'manifest' | 'reference' | 'clock'>,
  { step, rule }: TimelineRequest,
  { pause, remember }: { readonly pause: Pause; readonly remember: RememberPoint },
): Promise<Timeline | null> {
  const db = sources.db()
  const reference = sources.reference()
  if (!db) return { points: [], note: 'There are no leads yet.' }
  if (!reference)
    return { points: [], note: 'The model came without reference data: nothing can be compared.' }
  const periods = byPeriod(windowChunks(db, { kind: 'all' }, sources.clock.nowMs()), step)
  const points: Point[] = []
  for (const { period, parts } of mergeThin(periods, LEAST_PER_POINT)) {
    const chunks = parts.flatMap((part) => part.chunks).toSorted((a, b) => a.firstId - b.firstId)
    const point = await remember(JSON.stringify([period, rule]), signature(chunks), () =>
      makePoint(sources, reference, readWindow(db, sources.manifest.fields, chunks), period, rule, pause),
    )
    if (!point) return null
    points.push(point)
  }
  return { points, note: note(points, step) }
}

/** Other leads of a period, or other ones in its list, have another. */
function signature(chunks: readonly WindowChunk[]): string {
  const parts = chunks.flatMap(({ firstId, scores }) => [
    Uint32Array.of(firstId),
    new Uint32Array(scores.buffer, scores.byteOffset, scores.length),
  ])
  return `${chunks.length} ${countLeads(chunks)} ${seedOfSamples(...parts)}`
}

function byPeriod(chunks: readonly WindowChunk[], step: TimelineRequest['step']): readonly PeriodChunks[] {
  const periods = new Map<string, { period: Period; leads: number; chunks: WindowChunk[] }>()
  for (const chunk of chunks) {
    const period = periodOf(chunk.scoredAtMs, step)
    const known = periods.get(period.from) ?? { period, leads: 0, chunks: [] }
    known.leads += chunk.leads
    known.chunks.push(chunk)
    periods.set(period.from, known)
  }
  // A clock may have been set back, so ids are not always in order of time.
  return [...periods.values()].sort((a, b) => (a.period.from < b.period.from ? -1 : 1))
}

async function makePoint(
  { manifest }: Pick<DriftSources, 'manifest'>,
  reference: Reference,
  sample: LeadSample,
  period: Period,
  rule: TimelineRequest['rule'],
  pause: Pause,
): Promise<Point | null> {
  const measures = manifest.fields.flatMap((field, index) =>
    compareField(field, index, reference, sample, rule),
  )
  const judged = await judgeMeasures(measures, { rule }, pause)
  if (!judged) return null
  const scores = { baseline: reference.scores, window: sample.scores, observed: reference.observed }
  const score = compareScores(scores, manifest, rule, { baselineName: 'the reference' })
  const { from, to, merged } = period
  const verdict: DriftReport['verdict'] = reportVerdict(judged, rule)
  const drifted = measures.filter((_, index) => judged[index]?.verdict === 'drift')
  const statistics = measures.map((measured, index): [ComparedMeasure, number | null] => [
    measured,
    judged[index]?.statistic?.value ?? null,
  ])
  return {
    from,
    to,
    merged,
    window: { kind: 'period', from, to } satisfies Window,
    leads: sample.count,
    verdict,
    driftedFields: [...new Set(drifted.map(({ field }) => field.name))],
    values: { ...strongest(statistics), score: score.statistic?.value ?? null },
    expected: score.expected?.window ?? null,
  }
}

/** One number a field: of a text's measures the one that differs most. */
function strongest(
  statistics: readonly (readonly [ComparedMeasure, number | null])[],
): Record<string, number | null> {
  const values: Record<string, number | null> = {}
  for (const [{ field }, value] of statistics) {
    const before = values[field.name] ?? null
    values[field.name] = before === null || (value !== null && value > before) ? value : before
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
