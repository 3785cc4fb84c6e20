/** The JSON document of `score FILE --dry-run --json`, for programs: its keys do not change. */
import type { CheckReport } from '../contract/importing.ts'
import type { AppError } from '../contract/result.ts'

/** The document of a dry run that was refused before it began, by an unknown column of `--map`, say. */
export function refusedDocument({ code }: AppError) {
  const nothing = { rows: 0, accepted: 0, rejected: 0, repaired: 0, warnings: [], mapping: [], ignored: [] }
  return { outcome: 'refuse', reason: code, ...nothing, rejects: [] } as const
}

/** The report as that document. */
export function dryRunDocument(report: CheckReport) {
  const { outcome, reason, rows, accepted, rejected, repaired, warnings, mapping, ignored, rejects, cells } =
    report
  return {
    outcome,
    ...(reason === undefined ? {} : { reason }),
    rows,
    accepted,
    rejected,
    repaired,
    warnings: warnings.map(({ count: _, ...warning }) => warning),
    mapping,
    ignored,
    rejects: rejects.map(({ row, reason: why, message }) => ({ row, reason: why, message })),
    ...(cells === undefined ? {} : { cells }),
  }
}
