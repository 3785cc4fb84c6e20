/** Reads what the rules of alerts want to know. */
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import type { Thresholds } from '../../../contract/alerts.ts'
import type { DriftReport, DriftRequest, DriftRule } from '../../../contract/drift.ts'
import type { ReadHandle } from '../../history/connection.ts'
import { dropUntimed } from '../../history/operation-pack.ts'
import { modelAgeDays } from '../../history/read-health.ts'
import { readFailures, readImportGroups, readLeadTimes } from '../../history/read-operations.ts'
import { singleTimes } from '../latency/stage-times.ts'
import type { AlertFacts, DriftFacts, OutcomeFacts } from './alert-facts.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DRIFT_DAYS = 30
const OUTCOME_DAYS = 90

/** The drift report that alerts go by. */
export const alertDriftRequest = (rule: DriftRule): DriftRequest => ({
  window: { kind: 'days', days: DRIFT_DAYS },
  baseline: { kind: 'reference' },
  rule,
})

/** What the facts are made of besides the history. */
export interface AlertFactParts {
  readonly nowMs: number
  readonly manifest: Manifest
  readonly thresholds: Thresholds
  /** null where none could be made. */
  readonly drift: DriftReport | null
}

/** The facts as of now; `db` is null while there is no history. */
export function readAlertFacts(db: ReadHandle | null, parts: AlertFactParts): AlertFacts {
  const { nowMs, manifest, drift } = parts
  const trainedAt = Date.parse(manifest.training.trainedAt)
  const read = () => ({
    ...(db ? readOperations(db, parts) : NO_OPERATIONS),
    outcomes: db ? readOutcomes(db, nowMs, trainedAt) : NO_OUTCOMES,
  })
  return {
    nowMs,
    ...(db ? db.transaction(read)() : read()),
    drift: drift && driftFacts(drift),
    modelAgeDays: modelAgeDays(manifest, nowMs),
  }
}

type OperationFacts = Pick<AlertFacts, 'failures' | 'operationsAt' | 'singles'>

const NO_OPERATIONS: OperationFacts = {
  failures: [],
  operationsAt: new Float64Array(0),
  singles: { startedAt: new Float64Array(0), totalMs: new Float32Array(0) },
}
const NO_OUTCOMES: OutcomeFacts = { recent: { leads: 0, engaged: 0 }, sinceTraining: 0 }

function readOperations(db: ReadHandle, { nowMs, thresholds }: AlertFactParts): OperationFacts {
  const { engineDownMinutes, errorMinutes, slowMinutes } = thresholds
  const lookBackMs = Math.max(engineDownMinutes, errorMinutes, slowMinutes) * MINUTE_MS
  const range = { fromMs: nowMs - lookBackMs, beforeMs: nowMs + 1 }
  const failures = readFailures(db, range)
  const scores = readLeadTimes(db, range)
  const at = (some: readonly { readonly startedAt: number }[]) => some.map(({ startedAt }) => startedAt)
  const timed = dropUntimed(scores)
  return {
    failures,
    operationsAt: Float64Array.from([
      ...at(failures),
      ...at(readImportGroups(db, range)),
      ...scores.startedAt,
    ]),
    singles: { startedAt: timed.startedAt, totalMs: singleTimes(timed).total.values },
  }
}

function readOutcomes(db: ReadHandle, nowMs: number, trainedAt: number): OutcomeFacts {
  const count = db
    .prepare<{ from: number }, [leads: number, engaged: number]>(
      `SELECT count(*), ifnull(sum(outcome), 0) FROM prediction
       WHERE outcome IS NOT NULL AND outcome_at >= :from`,
    )
    .raw()
  const [leads = 0, engaged = 0] = count.get({ from: nowMs - OUTCOME_DAYS * DAY_MS }) ?? []
  const [sinceTraining = 0] = count.get({ from: trainedAt }) ?? []
  return { recent: { leads, engaged }, sinceTraining }
}

/** What a drift report says to the rules; null where it judged nothing. A text counts once, whatever was measured of it. */
function driftFacts({ window, fields, score }: DriftReport): DriftFacts | null {
  const judged = fields.filter(({ verdict }) => verdict === 'drift' || verdict === 'no_drift')
  const drifted = judged.filter(({ verdict }) => verdict === 'drift')
  const scoreWasJudged = score?.verdict === 'drift' || score?.verdict === 'no_drift'
  const scoreP = scoreWasJudged ? (score.statistic?.p ?? null) : null
  if (judged.length === 0 && scoreP === null) return null
  return {
    windowName: window.name,
    judgedFields: new Set(judged.map(({ field }) => field)).size,
    driftedFields: [...new Map(drifted.map(({ field, label }) => [field, label])).values()],
    scoreDrifted: score?.verdict === 'drift',
    scoreP,
  }
}
