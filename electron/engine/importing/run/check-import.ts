/** Reads every row of a file as an import would, and stores none. */
import type { Field, FieldValue } from '../../../../model/bundle/field.ts'
import type {
  CheckReport,
  Finding,
  ImportProgress,
  ImportSettings,
  Reject,
} from '../../../contract/importing.ts'
import { Refusal } from '../../../contract/result.ts'
import type { Clock } from '../../platform/clock.ts'
import { recordText } from '../csv/csv-tokenizer.ts'
import { FindingCollector } from '../rows/finding-collector.ts'
import { LeadReader } from '../rows/lead-reader.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { counted, shortened } from '../words.ts'
import { type ImportPlan, planImport } from './plan-import.ts'
import { createProgressMeter, type ProgressMeter } from './progress-meter.ts'

const ROWS_AT_A_TIME = 256
const REJECTS = 1000
const REJECT_CHARACTERS = 2000

export interface CheckRequest {
  readonly source: ByteSource
  readonly settings: ImportSettings
  readonly fields: readonly Field[]
  readonly job: string
  readonly clock: Clock
  /** Asked between slices of rows. */
  readonly cancelled: () => boolean
  readonly onProgress: (progress: ImportProgress) => void
}

/** What an import of the file would do. A refusal is a report, too. */
export async function checkImport(request: CheckRequest): Promise<CheckReport> {
  try {
    return readAll(request, planImport(request.source, request.settings, request.fields))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refused(error)
  }
}

function readAll(request: CheckRequest, plan: ImportPlan): CheckReport {
  const { source, job, clock, onProgress, fields, cancelled } = request
  const meter = createProgressMeter(job, source.bytes, clock, onProgress)
  const findings = new FindingCollector()
  const reader = new LeadReader(plan, fields, findings)
  const rejects: Reject[] = []
  const values: FieldValue[] = fields.map(() => null)
  let rejected = 0
  let stopped = cancelled()
  while (!stopped && reader.next()) {
    const problem = reader.read(values)
    if (problem) {
      rejected++
      if (rejects.length < REJECTS) {
        const text = shortened(recordText(reader.record), REJECT_CHARACTERS)
        rejects.push({ row: reader.row, ...problem, text })
      }
    }
    if (reader.row % ROWS_AT_A_TIME === 0) {
      stopped = cancelled()
      tell(meter, reader, rejected)
    }
  }
  const warnings = [...plan.findings, ...blankRows(reader), ...findings.findings()]
  return {
    outcome: warnings.length > 0 || rejected > 0 ? 'warn' : 'accept',
    cancelled: stopped,
    rows: reader.row,
    accepted: reader.row - rejected,
    rejected,
    repaired: reader.repaired,
    duplicates: { inFile: 0, inHistory: 0 },
    warnings,
    ...describeMapping(plan),
    rejects,
    issues: [],
  }
}

function tell(meter: ProgressMeter, { row, nextOffset }: LeadReader, rejected: number): void {
  meter.update(null, { rows: row, accepted: row - rejected, rejected, bytesRead: nextOffset })
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

function blankRows({ blank }: LeadReader): Finding[] {
  if (blank === 0) return []
  return [{ code: 'rows_blank_skipped', message: `Skipped ${counted(blank, 'blank row')}.` }]
}

function refused({ error }: Refusal): CheckReport {
  return {
    outcome: 'refuse',
    reason: error.code,
    message: error.message,
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
  }
}
