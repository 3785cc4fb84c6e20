/** Drift reports of a history: reads both sides, compares them, and remembers what it said until something changes. */
import { setImmediate as nextRound } from 'node:timers/promises'
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import type { DriftReport, DriftRequest, Timeline, TimelineRequest } from '../../../contract/drift.ts'
import { refuse } from '../../../contract/result.ts'
import type { Window, WindowFacts } from '../../../contract/windows.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { historyVersion } from '../history-version.ts'
import { rememberAnswers } from '../remember-answers.ts'
import type { LeadSample, LeadsByField } from '../windows/lead-sample.ts'
import { LeadsRemoved, readByField } from '../windows/read-by-field.ts'
import { REFERENCE_NAME, type Reference } from '../windows/read-reference.ts'
import { windowChunks } from '../windows/window-chunks.ts'
import { windowFacts } from '../windows/window-facts.ts'
import { makeDriftReport } from './drift-report.ts'
import type { DriftSources } from './drift-sources.ts'
import { findOverlap } from './overlap.ts'
import type { Pause } from './pause.ts'
import { type KnownPoints, makeTimeline } from './timeline.ts'

/** Whether somebody still waits for an answer. */
export interface Wanted {
  readonly cancelled: () => boolean
}

/** Makes reports, or gives those made before. */
export interface DriftReports {
  /** Refused with `cancelled` when it is not wanted any more. */
  report(request: DriftRequest, wanted: Wanted): Promise<DriftReport>
  timeline(request: TimelineRequest, wanted: Wanted): Promise<Timeline>
}

/** Reports kept: those of the panels, and a few looked at before. */
const REMEMBERED = 12
/** Points of timelines: ten years of weeks. */
const POINTS_REMEMBERED = 520

/** The reports of a history. */
export function createDriftReports(sources: DriftSources): DriftReports {
  const { manifest, clock } = sources
  const reports = rememberAnswers<DriftReport>(REMEMBERED)
  const timelines = rememberAnswers<Timeline>(2)
  const known: KnownPoints = new Map()
  const version = () => historyVersion(sources.db(), clock.nowMs())

  return {
    async report(request, wanted) {
      checkFields(request, manifest)
      return reports(JSON.stringify(request), version(), async () => {
        const report = await unlessRemoved(async () => {
          // One that had to wait for its turn may not be wanted any more: then nothing is read.
          if (wanted.cancelled()) refuseCancelled()
          const parts = readParts(sources, request, wanted)
          // Reading may have stopped half-way, and a report on nothing asks no more.
          if (wanted.cancelled()) refuseCancelled()
          return makeDriftReport(parts, pauseFor(wanted))
        })
        return report ?? refuseCancelled()
      })
    },
    async timeline(request, wanted) {
      return timelines(JSON.stringify(request), version(), async () => {
        const made = await makeTimeline(sources, request, {
          pause: pauseFor(wanted),
          beforeChunk: stopIf(wanted.cancelled),
          known,
        })
        forgetOldest(known, POINTS_REMEMBERED)
        return made ?? refuseCancelled()
      })
    },
  }
}

/** Again and again while an import is being undone whose leads were being read; that ends. */
async function unlessRemoved<T>(make: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await make()
    } catch (error) {
      if (!(error instanceof LeadsRemoved)) throw error
    }
  }
}

function forgetOldest(known: KnownPoints, most: number): void {
  for (const key of known.keys()) {
    if (known.size <= most) break
    known.delete(key)
  }
}

/** Other questions to the thread are answered between the steps. */
function pauseFor({ cancelled }: Wanted): Pause {
  return async () => {
    await nextRound()
    return cancelled()
  }
}

/** Refuses in the middle of reading. */
const stopIf = (cancelled: () => boolean) => () => {
  if (cancelled()) refuseCancelled()
}

function refuseCancelled(): never {
  return refuse('cancelled', 'The report was cancelled.')
}

function checkFields({ tests }: DriftRequest, { fields }: Manifest): void {
  const unknown = Object.keys(tests ?? {}).find((name) => !fields.some((field) => field.name === name))
  if (unknown === undefined) return
  refuse(
    'field_unknown',
    `The model has no field "${unknown}".`,
    `Its fields: ${fields.map(({ name }) => name).join(', ')}.`,
  )
}

interface Side {
  readonly facts: WindowFacts
  readonly sample: LeadSample | LeadsByField | null
  readonly observed: number | null
}

function readParts(sources: DriftSources, request: DriftRequest, { cancelled }: Wanted) {
  const db = sources.db()
  const beforeChunk = stopIf(cancelled)
  const read = () => {
    const window = readSide(sources, db, request.window, beforeChunk)
    const baseline =
      request.baseline.kind === 'reference'
        ? referenceSide(sources.reference())
        : readSide(sources, db, request.baseline.window, beforeChunk)
    const overlap =
      db &&
      request.window.kind === 'batch' &&
      request.baseline.kind === 'window' &&
      request.baseline.window.kind === 'batch'
        ? findOverlap(db, request.window.batch, request.baseline.window.batch, baseline.facts.name, cancelled)
        : null
    return { window, baseline, overlap }
  }
  // Both sides of one moment, whatever is committed meanwhile.
  const sides = db ? db.transaction(read)() : read()
  return {
    request,
    manifest: sources.manifest,
    ...sides,
    madeAt: new Date(sources.clock.nowMs()).toISOString(),
  }
}

function readSide(
  { manifest, clock, columnBytes }: DriftSources,
  db: ReadHandle | null,
  window: Window,
  beforeChunk: () => void,
): Side {
  const chunks = db ? windowChunks(db, window, clock.nowMs()) : []
  return {
    facts: windowFacts(db, window, chunks),
    sample: db ? readByField(db, manifest.fields, chunks, { columnBytes, beforeChunk }) : null,
    observed: null,
  }
}

/** The reference as one side of a comparison. */
function referenceSide(reference: Reference | null): Side {
  return {
    facts: { name: REFERENCE_NAME, leads: reference?.count ?? 0, from: null, to: null },
    sample: reference,
    observed: reference?.observed ?? null,
  }
}
