/** Finds out what a file holds and suggests which column feeds what; nothing is stored. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { FileColumn, FileInspection } from '../../../contract/importing.ts'
import { checkHeader, checkTargets } from '../mapping/check-header.ts'
import { fieldsWithoutColumn, headerFindings, mappingFindings } from '../mapping/mapping-findings.ts'
import { type Suggestion, suggestedMapping, suggestMapping } from '../mapping/suggest-mapping.ts'
import type { ByteSource } from '../source/byte-source.ts'
import { shortened } from '../words.ts'
import { type LeadTable, openTable } from './open-table.ts'

const SAMPLES = 5
const SAMPLE_CHARACTERS = 80

/** Inspects a file; refuses in a sentence what cannot be imported. */
export function inspectFile(source: ByteSource, fields: readonly Field[]): FileInspection {
  const table = openTable(source)
  const suggestion = suggestMapping(table.headers, fields)
  checkHeader(table.headers, suggestion)
  // A table with unknown column names can still be mapped by hand; a text with one column is no table.
  const mapping = suggestedMapping(suggestion)
  if (table.headers.length < 2) checkTargets(mapping.map(({ target }) => target))
  return {
    fileName: source.fileName,
    bytes: source.bytes,
    encoding: 'utf-8',
    delimiter: table.dialect.delimiter,
    columns: describeColumns(table, suggestion),
    rows: table.rowEstimate.rows,
    rowsExact: table.rowEstimate.exact,
    missingFields: fieldsWithoutColumn(mapping, fields).map(({ name }) => name),
    warnings: [
      ...headerFindings(table.headers),
      ...mappingFindings(table.headers, mapping, suggestion.ambiguous, fields),
    ],
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
