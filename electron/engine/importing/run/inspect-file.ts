/** Finds out what a file holds and suggests which column feeds what; nothing is stored. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { FileColumn, FileInspection, ImportSettings } from '../../../contract/importing.ts'
import { checkHeader, checkTargets } from '../mapping/check-header.ts'
import { fieldsWithoutColumn, headerFindings, mappingFindings } from '../mapping/mapping-findings.ts'
import { type Suggestion, suggestedMapping, suggestMapping } from '../mapping/suggest-mapping.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { openText } from '../source/open-text.ts'
import { type LeadTable, openTable } from '../table/open-table.ts'
import { shortened } from '../words.ts'

const SAMPLES = 5
const SAMPLE_CHARACTERS = 80
const PREVIEW_ROWS = 20
const PREVIEW_CHARACTERS = 200

/** Inspects a file; refuses in a sentence what cannot be imported. */
export function inspectFile(
  source: ByteSource,
  settings: ImportSettings,
  fields: readonly Field[],
): FileInspection {
  const table = openTable(openText(source, settings.read), settings.read)
  const suggestion = suggestMapping(table.headers, fields)
  checkHeader(table.headers, suggestion)
  // A table with unknown column names can still be mapped by hand; a text with one column is no table.
  const mapping = settings.mapping ?? suggestedMapping(suggestion)
  if (table.headers.length < 2) checkTargets(mapping.map(({ target }) => target))
  return {
    fileName: source.fileName,
    bytes: source.bytes,
    kind: 'csv',
    encoding: 'utf-8',
    encodingCertain: true,
    delimiter: table.dialect.delimiter,
    header: 1,
    decimal: null,
    dates: null,
    sheets: [],
    sheet: null,
    columns: describeColumns(table, suggestion),
    preview: table.firstRows
      .slice(0, PREVIEW_ROWS)
      .map((row) => table.headers.map((_, column) => shortened(row[column] ?? '', PREVIEW_CHARACTERS))),
    rows: table.rowEstimate.rows,
    rowsExact: table.rowEstimate.exact,
    missingFields: fieldsWithoutColumn(mapping, fields).map(({ name }) => name),
    warnings: [
      ...headerFindings(table.headers),
      ...mappingFindings(table.headers, mapping, suggestion.ambiguous, fields),
    ],
    settings: {
      ...settings,
      read: { ...settings.read, encoding: 'utf-8', delimiter: table.dialect.delimiter, header: 1 },
      mapping,
    },
    questions: [],
    unfinished: null,
  }
}

function describeColumns(table: LeadTable, suggestion: Suggestion): FileColumn[] {
  return table.headers.map((header, index) => ({
    index,
    header,
    samples: samplesOf(table, index),
    target: suggestion.columns[index]?.target ?? null,
    matched: suggestion.columns[index]?.matched ?? 'none',
  }))
}

function samplesOf(table: LeadTable, column: number): string[] {
  const samples: string[] = []
  for (const row of table.firstRows) {
    const text = row[column]?.trim() ?? ''
    if (text !== '') samples.push(shortened(text, SAMPLE_CHARACTERS))
    if (samples.length === SAMPLES) break
  }
  return samples
}
