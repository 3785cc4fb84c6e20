/** A file that is open in Import: what was found out about it, what was decided, and what a check of all rows said. */
import type { CheckReport, FileInspection, ImportSettings } from '../../../electron/contract/importing.ts'
import type { FileTicket } from '../../../electron/contract/methods.ts'
import type { AppError } from '../../../electron/contract/result.ts'
import { suggestedTargets, type Targets } from './mapping.ts'

export interface OpenFile {
  readonly ticket: FileTicket
  /** What the user has decided. A new object for each decision: answers are told apart by it. */
  readonly chosen: ImportSettings
  readonly inspection: FileInspection
  /** The settings `inspection` was made with. */
  readonly looked: ImportSettings
  /** Why the file cannot be read as it was chosen last. */
  readonly refused: AppError | null
  readonly check: Check
  /** What the last finished check said; stays on screen while the next one runs. */
  readonly report: CheckReport | null
  /** The settings `report` was made with. */
  readonly reportOf: ImportSettings | null
}

/** The check of all rows. `of` are the settings it holds for: with others it counts for nothing. */
export type Check =
  | { readonly step: 'none' }
  | { readonly step: 'running'; readonly of: ImportSettings; readonly job: string }
  | { readonly step: 'done'; readonly of: ImportSettings }
  /** The user did not want to wait. */
  | { readonly step: 'skipped'; readonly of: ImportSettings }
  | { readonly step: 'failed'; readonly of: ImportSettings; readonly error: AppError }

/** A file that was just inspected, with nothing checked yet. */
export function openedFile(ticket: FileTicket, chosen: ImportSettings, inspection: FileInspection): OpenFile {
  return {
    ticket,
    chosen,
    inspection,
    looked: chosen,
    refused: null,
    check: { step: 'none' },
    report: null,
    reportOf: null,
  }
}

/** What each column feeds: as chosen, else as suggested. */
export function targetsOf({ chosen, inspection }: OpenFile): Targets {
  return chosen.mapping
    ? new Map(chosen.mapping.map(({ column, target }) => [column, target]))
    : suggestedTargets(inspection)
}

/** Whether the inspection is of an earlier decision: what it shows is about to change. */
export function isOutdated({ chosen, looked }: OpenFile): boolean {
  // Corrected cells and duplicates change nothing about how the file is read.
  return chosen.read !== looked.read || chosen.mapping !== looked.mapping
}

/** Looks rows of the inspection up: why one is left out as a whole; null for one that is not, or was not checked as it is read now. */
export function leftOutRows({ report, reportOf, looked }: OpenFile): (row: number) => string | null {
  // Read in another way, the same number may be another row.
  const rejects = report && reportOf?.read === looked.read ? report.rejects : []
  const reasons = new Map(rejects.map(({ row, message }) => [row, message]))
  return (row) => reasons.get(row) ?? null
}

/** What is shown of the check, for the settings as they are now. */
export type CheckStatus =
  /** Something has to be decided first. */
  | { readonly step: 'held' }
  | { readonly step: 'running'; readonly job: string | null }
  | { readonly step: 'done'; readonly report: CheckReport }
  | { readonly step: 'skipped' }
  | { readonly step: 'failed'; readonly error: AppError }

/** Where the check of all rows stands. */
export function checkStatus(file: OpenFile): CheckStatus {
  const { check, chosen, inspection, refused, report } = file
  if (refused) return { step: 'held' }
  if (isOutdated(file)) return { step: 'running', job: null }
  if (inspection.questions.length > 0) return { step: 'held' }
  // A check that is about to begin is, to the user, under way.
  if (check.step === 'none' || check.of !== chosen) return { step: 'running', job: null }
  switch (check.step) {
    case 'running':
      return { step: 'running', job: check.job }
    case 'done':
      return report ? { step: 'done', report } : { step: 'running', job: null }
    case 'skipped':
      return { step: 'skipped' }
    case 'failed':
      return { step: 'failed', error: check.error }
  }
}

/** Whether the import may start: checked without a question or refusal, or the check was left out. */
export function canStart(file: OpenFile): boolean {
  const status = checkStatus(file)
  if (status.step === 'skipped') return true
  if (status.step !== 'done') return false
  const { outcome, accepted } = status.report
  return accepted > 0 && (outcome === 'accept' || outcome === 'warn')
}
