/** What health says in sentences. */
import type { Thresholds } from '../../../contract/alerts.ts'
import type { HealthReport } from '../../../contract/performance.ts'
import { counted } from '../../sentences/counted.ts'
import { inBytes } from '../../sentences/in-bytes.ts'
import { percent } from '../alerts/alert-words.ts'

type Finding = HealthReport['findings'][number]

/** What the sentences are made from. */
export interface HealthFacts
  extends Pick<HealthReport, 'predictions' | 'databaseBytes' | 'operations' | 'model'> {
  readonly integrity: HealthReport['integrity']
  readonly diskFreeBytes: number | null
  /** Today and yesterday, by the calendar. */
  readonly recent: { readonly operations: number; readonly failed: number }
}

/** An import of a million leads takes about 350 MB, twice that while it is written: the doctor warns at the same. */
const COMFORTABLE_BYTES = 1024 ** 3
/** Not even a large list fits. */
const SCARCE_BYTES = 200 * 1024 ** 2
/** Not even one lead fits. */
const NOTHING_BYTES = 100_000

const ORDER = ['problem', 'warning', 'ok', 'unknown'] as const

/** Said until the first check. */
export const NOT_CHECKED_YET =
  'The database has not been checked yet; that is done once a day while the app is open.'

/** A sentence on each part of the app's health, the worst first. */
export function describeHealth(
  facts: HealthFacts,
  { errorShare, modelAgeDays }: Pick<Thresholds, 'errorShare' | 'modelAgeDays'>,
): readonly Finding[] {
  const findings = [
    describeFailures(facts, errorShare),
    ...describeSpace(facts.diskFreeBytes),
    describeIntegrity(facts.integrity),
    describeModelAge(facts.model.ageDays, modelAgeDays),
    describeSize(facts),
  ]
  return findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
}

function describeIntegrity(integrity: HealthReport['integrity']): Finding {
  if (!integrity) return { severity: 'unknown', sentence: NOT_CHECKED_YET }
  return { severity: integrity.ok ? 'ok' : 'problem', sentence: integrity.sentence }
}

function describeSpace(bytes: number | null): readonly Finding[] {
  if (bytes === null) return []
  const free = inBytes(bytes)
  if (bytes < SCARCE_BYTES) {
    const left = bytes < NOTHING_BYTES ? 'The disk is full' : `Only ${free} of the disk is free`
    return [{ severity: 'problem', sentence: `${left}: imports will fail. Free some space.` }]
  }
  if (bytes < COMFORTABLE_BYTES) {
    return [
      { severity: 'warning', sentence: `${free} of the disk is free, which is little for large imports.` },
    ]
  }
  return [{ severity: 'ok', sentence: `${free} of the disk is free.` }]
}

function describeFailures({ operations, recent }: HealthFacts, errorShare: number): Finding {
  const { total, failed } = operations
  if (total === 0) return { severity: 'ok', sentence: 'Nothing has been scored yet.' }
  if (recent.failed > 0) {
    const share = recent.failed / recent.operations
    return {
      severity: share > errorShare ? 'problem' : 'warning',
      sentence: `${recent.failed.toLocaleString('en')} of ${counted(recent.operations, 'scoring')} since yesterday failed (${percent(share)}).`,
    }
  }
  if (failed === 0) {
    return { severity: 'ok', sentence: `${allOf(total)} succeeded.` }
  }
  const sentence = `${failed.toLocaleString('en')} of ${counted(total, 'scoring')} failed, none since yesterday.`
  return { severity: 'ok', sentence }
}

function allOf(scorings: number): string {
  if (scorings === 1) return 'The only scoring'
  return scorings === 2 ? 'Both scorings' : `All ${counted(scorings, 'scoring')}`
}

function describeModelAge(ageDays: number, limit: number): Finding {
  const sentence =
    ageDays === 0 ? 'The model was trained today.' : `The model was trained ${counted(ageDays, 'day')} ago.`
  if (ageDays <= limit) return { severity: 'ok', sentence }
  return { severity: 'warning', sentence: `${sentence} See whether leads and results are still as before.` }
}

function describeSize({ predictions, databaseBytes }: HealthFacts): Finding {
  if (predictions === 0) return { severity: 'ok', sentence: 'No leads are stored yet.' }
  return {
    severity: 'ok',
    sentence: `${counted(predictions, 'scored lead')} ${predictions === 1 ? 'takes' : 'take'} ${inBytes(databaseBytes)} on the disk.`,
  }
}
