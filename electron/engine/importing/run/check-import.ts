/** Reads every row of a file as an import would, and stores none. */
import type { Field, FieldValue } from '../../../../model/bundle/field.ts'
import type { CheckReport, ImportProgress, Reject } from '../../../contract/importing.ts'
import type { Refusal } from '../../../contract/result.ts'
import { createLeadColumns, type LeadColumns } from '../../history/lead-columns.ts'
import type { Clock } from '../../platform/clock.ts'
import { shortened } from '../../sentences/shortened.ts'
import { recordText } from '../csv/csv-tokenizer.ts'
import type { DuplicateCheck } from '../duplicates/duplicate-policy.ts'
import { LeadIntake } from './lead-intake.ts'
import type { ImportPlan } from './plan-import.ts'
import { createProgressMeter } from './progress-meter.ts'

/** Rows between two looks at the clock and at whether the user has cancelled. */
const ROWS_AT_A_TIME = 256
const REJECTS = 1000
const REJECT_CHARACTERS = 2000
const ROWS_WITH_CELLS = 200

export interface CheckRequest {
  readonly plan: ImportPlan
  readonly duplicates: DuplicateCheck | null
  readonly fields: readonly Field[]
  readonly job: string
  readonly clock: Clock
  /** Whether the values of the first rows are wanted. */
  readonly cells: boolean
  /** Asked between slices of rows. */
  readonly cancelled: () => boolean
  readonly onProgress: (progress: ImportProgress) => void
}

type CellsByRow = Record<string, Record<string, FieldValue>>

interface RowsRead {
  readonly rejects: readonly Reject[]
  readonly rejected: number
  readonly stopped: boolean
  readonly cells: CellsByRow | null
}

/** What an import of the file would do. Refuses in the middle of the file what an import would refuse there. */
export function checkImport(request: CheckRequest): CheckReport {
  const { plan, fields, duplicates } = request
  const intake = new LeadIntake({ plan, fields, duplicates, issues: true })
  const { rejects, rejected, stopped, cells } = readRows(request, intake)
  const warnings = intake.findings()
  const rows = intake.reader.row
  return {
    ...outcomeOf(plan, warnings.length > 0 || rejected > 0),
    cancelled: stopped,
    rows,
    accepted: rows - rejected,
    rejected,
    repaired: intake.reader.repaired,
    duplicates: intake.duplicateCounts,
    warnings,
    ...describeMapping(plan),
    rejects,
    issues: intake.issues(),
    issueCells: intake.issueCells,
    ...(cells ? { cells } : {}),
  }
}

function readRows(request: CheckRequest, { reader }: LeadIntake): RowsRead {
  const { plan, fields, job, clock, cancelled, onProgress } = request
  const meter = createProgressMeter(job, plan.table.source.bytes, clock, onProgress)
  const columns = createLeadColumns(fields, null, 1)
  const rejects: Reject[] = []
  const cells: CellsByRow | null = request.cells ? {} : null
  let rejected = 0
  let stopped = cancelled()
  while (!stopped && reader.next()) {
    const { row } = reader
    const problem = reader.read(columns)
    if (problem) {
      rejected++
      if (rejects.length < REJECTS) {
        rejects.push({ row, ...problem, text: shortened(recordText(reader.record), REJECT_CHARACTERS) })
      }
    } else if (cells && row - rejected <= ROWS_WITH_CELLS) {
      cells[row] = cellsOf(columns, fields)
    }
    columns.clear()
    if (row % ROWS_AT_A_TIME === 0) {
      stopped = cancelled()
      meter.update(null, { rows: row, accepted: row - rejected, rejected, bytesRead: reader.nextOffset })
    }
  }
  return { rejects, rejected, stopped, cells }
}

/** Values by field name, and who the lead is by the names of an identity's parts, as far as no field has that name. */
function cellsOf(columns: LeadColumns, fields: readonly Field[]): Record<string, FieldValue> {
  const cells: Record<string, FieldValue> = { ...columns.identity(0) }
  columns.values(0).forEach((value, index) => {
    const field = fields[index]
    if (field) cells[field.name] = value
  })
  return cells
}

function outcomeOf(
  { questions }: ImportPlan,
  warned: boolean,
): Pick<CheckReport, 'outcome' | 'reason' | 'message' | 'question'> {
  const [question] = questions
  if (!question) return { outcome: warned ? 'warn' : 'accept' }
  return { outcome: 'ask', reason: question.code, message: question.message, question }
}

function describeMapping({ mapping, table }: ImportPlan): Pick<CheckReport, 'mapping' | 'ignored'> {
  const { headers } = table
  const used = new Set(mapping.map(({ column }) => column))
  return {
    mapping: mapping.map(({ column, target }) => ({
      column,
      header: headers[column] ?? '',
      field: target.name,
    })),
    ignored: headers.filter((_, column) => !used.has(column)),
  }
}

/** The report on a file that would be refused. */
export function refusedReport(refusal: Refusal): CheckReport {
  return {
    outcome: 'refuse',
    reason: refusal.error.code,
    message: refusal.error.message,
    cancelled: false,
    rows: 0,
    accepted: 0,
    rejected: 0,
    repaired: 0,
    duplicates: { inFile: 0, inHistory: 0 },
    warnings: [],
    mapping: [],
    ignored: [],
    rejects: [],
    issues: [],
    issueCells: { missing: 0, repaired: 0 },
  }
}
