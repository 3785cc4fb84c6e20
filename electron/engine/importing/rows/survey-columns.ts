/** Decides how each column's cells are read, on the table's first rows; asks what they do not show. */
import type { Field } from '../../../../model/bundle/field.ts'
import type {
  ColumnMapping,
  ColumnTarget,
  Finding,
  Question,
  ReadSettings,
} from '../../../contract/importing.ts'
import { unescapeFormula } from '../csv/formula-apostrophe.ts'
import { type CellRules, createCellRules } from './read-cell.ts'
import type { SampledColumn } from './sampled-column.ts'
import { surveyDates } from './survey-dates.ts'
import { surveyDecimals } from './survey-decimals.ts'
import { surveyScale } from './survey-scale.ts'

/** How one mapped column is read. */
export interface ColumnReading {
  readonly column: number
  readonly header: string
  readonly target: ColumnTarget
  /** The model field it feeds; null for a part of the identity. */
  readonly field: Field | null
  /** null for a part of the identity, which is text. */
  readonly rules: CellRules | null
}

export interface ColumnSurvey {
  readonly columns: readonly ColumnReading[]
  /** How numbers and dates are read; null where the file does not show it. */
  readonly decimal: '.' | ',' | null
  readonly dates: 'dmy' | 'mdy' | 'ymd' | null
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

export interface SurveyRequest {
  readonly headers: readonly string[]
  readonly firstRows: readonly (readonly string[])[]
  readonly mapping: ColumnMapping
  readonly fields: readonly Field[]
  /** What the user has said goes before what the rows show. */
  readonly read: ReadSettings
  /** To tell founding years that cannot be right; null: not looked at. */
  readonly thisYear?: number | null
}

/** Looks at the first rows of every mapped column. */
export function surveyColumns(request: SurveyRequest): ColumnSurvey {
  const { mapping, headers, read, thisYear = null } = request
  const sampled = sampledColumns(request)
  const decimals = surveyDecimals(sampled, read)
  const dates = surveyDates(sampled, read)
  const scale = surveyScale(sampled, read, decimals.byColumn)
  const columns = mapping.map(({ column, target }): ColumnReading => {
    const field = sampled.find((candidate) => candidate.column === column)?.field ?? null
    const rules =
      field &&
      createCellRules(field, {
        decimal: decimals.byColumn.get(column) ?? null,
        dates: dates.byColumn.get(column) ?? null,
        scale: read.scale?.[field.name] ?? 'plain',
        thisYear,
      })
    return { column, header: headers[column] ?? '', target, field, rules }
  })
  return {
    columns,
    decimal: decimals.decimal,
    dates: dates.dates,
    findings: [...decimals.findings, ...dates.findings, ...scale.findings],
    questions: [...decimals.questions, ...dates.questions, ...scale.questions],
  }
}

function sampledColumns({ mapping, fields, headers, firstRows }: SurveyRequest): SampledColumn[] {
  return mapping.flatMap(({ column, target }) => {
    const field = target.kind === 'field' ? fields.find(({ name }) => name === target.name) : undefined
    if (!field) return []
    const texts = firstRows.flatMap((row) => unescapeFormula(row[column] ?? '').trim() || [])
    return [{ column, header: headers[column] ?? '', field, texts }]
  })
}
