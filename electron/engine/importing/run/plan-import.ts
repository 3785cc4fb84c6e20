/** What an import is going to do, decided before its first row is read. */
import { hash } from 'node:crypto'
import type { Field } from '../../../../model/bundle/field.ts'
import type {
  ColumnMapping,
  DateOrder,
  DecimalMark,
  FileColumn,
  Finding,
  ImportSettings,
  Question,
  ReadSettings,
} from '../../../contract/importing.ts'
import type { NewBatch } from '../../history/batch-sink.ts'
import type { RememberedSettings } from '../../history/remembered-settings.ts'
import { REASON_COLUMN } from '../files/export-rejects.ts'
import { settleMapping } from '../mapping/settle-mapping.ts'
import { type ColumnReading, surveyColumns } from '../rows/survey-columns.ts'
import type { OpenedFile } from '../source/open-text.ts'
import { type LeadTable, openTable } from '../table/open-table.ts'

export interface ImportPlan {
  readonly table: LeadTable
  /** What each column feeds, and why. */
  readonly columns: readonly Pick<FileColumn, 'target' | 'matched'>[]
  readonly mapping: ColumnMapping
  /** How the mapped columns are read. */
  readonly readings: readonly ColumnReading[]
  /** How numbers and dates are read; null where the file does not show it. */
  readonly decimal: DecimalMark | null
  readonly dates: DateOrder | null
  /** Findings on file, header, mapping and columns. */
  readonly findings: readonly Finding[]
  /** What must be answered before anything is stored, the first first. */
  readonly questions: readonly Question[]
  /** Answered, remembered and found out: read with these, the file gives the same again. */
  readonly settings: ImportSettings
  readonly batch: NewBatch
}

export interface PlanningParts {
  readonly fields: readonly Field[]
  /** How files with this header signature were read before. */
  readonly remembered?: (headerSignature: string) => RememberedSettings | null
  /** Where the file is, when an import shall be able to find it again. */
  readonly filePath?: string | null
  /** To tell founding years that cannot be right; null: not looked at. */
  readonly thisYear?: number | null
}

/** Settles how a file is read; refuses what cannot be imported, whatever is answered. */
export function planImport(file: OpenedFile, settings: ImportSettings, parts: PlanningParts): ImportPlan {
  const { fields, filePath = null, thisYear = null } = parts
  const table = openTable(file, settings.read)
  const { headers, headerText, firstRows, headerLine } = table
  const headerSignature = signatureOf(headers)
  const remembered = parts.remembered?.(headerSignature) ?? null
  const settled = settleMapping({
    headers,
    firstRows,
    fields,
    given: settings.mapping,
    remembered: remembered?.mapping ?? null,
    headerLine,
  })
  const { mapping } = settled
  const read = withRemembered(settings.read, remembered)
  const survey = surveyColumns({ headers, firstRows, mapping, fields, read, thisYear })
  const resolved = resolveSettings(file, table, { ...settings, read, mapping })
  return {
    table,
    columns: settled.columns,
    readings: survey.columns,
    decimal: survey.decimal,
    dates: survey.dates,
    mapping,
    findings: [...table.findings, ...settled.findings, ...survey.findings],
    questions: [...table.questions, ...settled.questions, ...survey.questions],
    settings: resolved,
    batch: {
      fileName: file.source.fileName,
      filePath,
      fileBytes: file.fileBytes,
      headerSignature,
      headers,
      headerText,
      mapping,
      settings: resolved,
    },
  }
}

/** The same for a file and for the file of its rejected rows, which comes back with a column more. */
function signatureOf(headers: readonly string[]): string {
  const own = headers.at(-1) === REASON_COLUMN ? headers.slice(0, -1) : headers
  return hash('sha256', own.join('\0'))
}

function resolveSettings(
  { encoding, sheet }: OpenedFile,
  { dialect, headerLine }: LeadTable,
  settings: ImportSettings,
): ImportSettings {
  return {
    ...settings,
    read: {
      ...settings.read,
      encoding,
      delimiter: dialect.delimiter,
      header: headerLine,
      ...(sheet === null ? {} : { sheet }),
    },
  }
}

/** What was answered about the same columns before is not asked again; what the file itself shows is looked at anew. */
function withRemembered(read: ReadSettings, remembered: RememberedSettings | null): ReadSettings {
  if (remembered === null) return read
  const { decimal, dates, scale } = remembered.read
  return {
    ...(decimal ? { decimal } : {}),
    ...(dates ? { dates } : {}),
    ...read,
    ...(scale || read.scale ? { scale: { ...scale, ...read.scale } } : {}),
  }
}
