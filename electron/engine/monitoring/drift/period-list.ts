/** The periods of a history, with the leads in each. */
import type { TimelineRequest } from '../../../contract/drift.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { seedOfSamples } from '../judgement/seed-of-samples.ts'
import { countLeads, type WindowChunk, windowChunks } from '../windows/window-chunks.ts'
import { mergeThin, type Period, periodOf } from './timeline-periods.ts'

/** A period that makes a point of the timeline. */
export interface ListedPeriod {
  readonly period: Period
  /** By id. */
  readonly chunks: readonly WindowChunk[]
  /**
   * Another one when the period holds other leads. Ids are never given to another lead, and the inputs of a listed lead
   * never change: the same key stands for the same leads with the same values, whenever they are read.
   */
  readonly key: string
}

interface PeriodListOptions {
  readonly step: TimelineRequest['step']
  /** Periods with fewer leads are put together. */
  readonly least: number
  readonly nowMs: number
}

/** Gives the periods as of the running transaction, in order of time; they are listed anew when the history has changed. */
export function createPeriodList(
  db: ReadHandle,
  { step, least, nowMs }: PeriodListOptions,
): () => readonly ListedPeriod[] {
  let listed: { readonly version: unknown; readonly periods: readonly ListedPeriod[] } | null = null
  return () => {
    const version = db.pragma('data_version', { simple: true })
    if (listed !== null && listed.version === version) return listed.periods
    const periods = mergeThin(byPeriod(windowChunks(db, { kind: 'all' }, nowMs), step), least).map(toListed)
    listed = { version, periods }
    return periods
  }
}

interface PeriodChunks {
  readonly period: Period
  readonly leads: number
  readonly chunks: readonly WindowChunk[]
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

function toListed({
  period,
  parts,
}: {
  readonly period: Period
  readonly parts: readonly PeriodChunks[]
}): ListedPeriod {
  const chunks = parts.flatMap((part) => part.chunks).toSorted((a, b) => a.firstId - b.firstId)
  return { period, chunks, key: `${JSON.stringify(period)} ${signature(chunks)}` }
}

/** Of the leads in chunks, and which of each chunk are in the list. */
function signature(chunks: readonly WindowChunk[]): string {
  const parts = chunks.flatMap(({ firstId, scores }) => [
    Uint32Array.of(firstId),
    new Uint32Array(scores.buffer, scores.byteOffset, scores.length),
  ])
  return `${chunks.length} ${countLeads(chunks)} ${seedOfSamples(...parts)}`
}
