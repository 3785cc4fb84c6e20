/** The scored copy of an import that goes on: its rows from before the place where it stopped. */
import { createLeadColumns } from '../../history/lead-columns.ts'
import type { OpenModel } from '../../scoring/open-model.ts'
import type { ScoredFile } from '../files/scored-file.ts'
import { FindingCollector } from '../rows/finding-collector.ts'
import { LeadReader } from '../rows/lead-reader.ts'
import type { RowProblem } from '../rows/row-problem.ts'
import type { ImportPlan } from './plan-import.ts'
import type { Counts } from './progress-meter.ts'
import { createLeadScoring } from './score-leads.ts'

/** Rows between two looks at whether the user has cancelled, and between two words on how far it is. */
const ROWS_AT_A_TIME = 256

/** Which rows, and where they go. */
export interface RowsBefore {
  readonly plan: ImportPlan
  readonly model: Pick<OpenModel, 'manifest' | 'scorer'>
  readonly scoredFile: ScoredFile
  /** Rows that were read before the import stopped. */
  readonly rows: number
  /** Those of them that were rejected, ascending: who was known at the time cannot be told from the file. */
  readonly rejectedRows: Uint32Array
  readonly cancelled: () => boolean
  readonly onProgress: (counts: Counts) => void
}

/**
 * Reads and scores these rows once more. The file is the same, how it is read was kept, and a lead's score does not
 * depend on what is scored beside it: they are the scores that were stored.
 */
export async function writeRowsBefore(before: RowsBefore): Promise<void> {
  const { plan, model, scoredFile, rows, cancelled, onProgress } = before
  const { fields } = model.manifest
  const leads = createLeadColumns(fields, null)
  const scoring = createLeadScoring({ leads, model })
  const reader = new LeadReader(plan, fields, new FindingCollector(), {
    admit: rejecting(before.rejectedRows),
  })

  async function release(): Promise<void> {
    if (leads.count === 0) return
    scoring.vectorize()
    scoredFile.release(scoring.verdictsOf(await scoring.score()))
    leads.clear()
  }

  let accepted = 0
  while (reader.row < rows && reader.next()) {
    const { start, end } = reader.record
    if (reader.row % ROWS_AT_A_TIME === 0) {
      if (cancelled()) return
      const done = reader.row - 1
      onProgress({ rows: done, accepted, rejected: done - accepted, bytesRead: start })
    }
    if (reader.read(leads) !== null) continue
    accepted += 1
    leads.keepLead(reader.row, end - start)
    scoredFile.hold(reader.record)
    if (leads.full) await release()
  }
  await release()
}

const LEFT_OUT: RowProblem = { reason: 'rows_duplicate', message: 'The row was left out.' }

/** Does not take the rows named; asked in the order of the file. */
function rejecting(rejectedRows: Uint32Array): (columns: unknown, row: number) => RowProblem | null {
  let next = 0
  return (_, row) => {
    while (next < rejectedRows.length && (rejectedRows[next] ?? 0) < row) next++
    return rejectedRows[next] === row ? LEFT_OUT : null
  }
}
