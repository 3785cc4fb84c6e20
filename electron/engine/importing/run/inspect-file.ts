/** Describes a file on its way to be imported, so that a person can look at it; nothing is stored. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { Batch } from '../../../contract/history.ts'
import type { FileColumn, FileInspection } from '../../../contract/importing.ts'
import { shortened } from '../../sentences/shortened.ts'
import { fieldsWithoutColumn } from '../mapping/mapping-findings.ts'
import { orderFindings, weighByCode } from '../rows/order-findings.ts'
import type { OpenedFile } from '../source/open-text.ts'
import type { ImportPlan } from './plan-import.ts'

const SAMPLES = 5
const SAMPLE_CHARACTERS = 80
const PREVIEW_ROWS = 20
const PREVIEW_CHARACTERS = 200

/** The description of a file, from how it would be read. */
export function describeFile(
  file: OpenedFile,
  plan: ImportPlan,
  fields: readonly Field[],
  unfinished: Batch | null,
): FileInspection {
  const { table, settings } = plan
  return {
    fileName: file.source.fileName,
    bytes: file.fileBytes,
    kind: file.kind,
    encoding: file.encoding,
    encodingCertain: file.encodingCertain,
    delimiter: table.dialect.delimiter,
    header: table.headerLine,
    decimal: plan.decimal,
    dates: plan.dates,
    sheets: file.sheets,
    sheet: file.sheet,
    columns: describeColumns(plan),
    preview: table.firstRows
      .slice(0, PREVIEW_ROWS)
      .map((row) => table.headers.map((_, column) => shortened(row[column] ?? '', PREVIEW_CHARACTERS))),
    rows: table.rowEstimate.rows,
    rowsExact: table.rowEstimate.exact,
    missingFields: fieldsWithoutColumn(plan.mapping, fields).map(({ name }) => name),
    warnings: orderFindings(plan.findings.map(weighByCode)),
    settings,
    questions: plan.questions,
    unfinished,
  }
}

function describeColumns({ table, columns }: ImportPlan): FileColumn[] {
  return table.headers.map((header, index) => ({
    index,
    header,
    samples: samplesOf(table.firstRows, index),
    target: columns[index]?.target ?? null,
    matched: columns[index]?.matched ?? 'none',
  }))
}

function samplesOf(rows: readonly (readonly string[])[], column: number): string[] {
  const samples: string[] = []
  for (const row of rows) {
    const text = row[column]?.trim() ?? ''
    if (text !== '') samples.push(shortened(text, SAMPLE_CHARACTERS))
    if (samples.length === SAMPLES) break
  }
  return samples
}
