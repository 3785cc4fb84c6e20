/** What is worth saying about a file's columns and what they feed. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping, ColumnTarget, Finding } from '../../../contract/importing.ts'
import { listed, namedColumn } from '../words.ts'
import type { AmbiguousColumn } from './suggest-mapping.ts'

/** Findings on the header alone: columns without a name, and names that occur twice. */
export function headerFindings(headers: readonly string[]): Finding[] {
  const findings: Finding[] = []
  const empty = headers.flatMap((header, column) => (header.trim() === '' ? [`column ${column + 1}`] : []))
  if (empty.length > 0) {
    findings.push({ code: 'header_empty', message: `Columns without a name: ${listed(empty)}.` })
  }
  const twice = headers.filter((header, column) => header.trim() !== '' && headers.indexOf(header) < column)
  if (twice.length > 0) {
    findings.push({
      code: 'header_duplicate',
      message: `Column names that occur more than once: ${listed([...new Set(twice)])}.`,
    })
  }
  return findings
}

/** Findings on a mapping: what was chosen between, what is not used, what the model has to do without. */
export function mappingFindings(
  headers: readonly string[],
  mapping: ColumnMapping,
  ambiguous: readonly AmbiguousColumn[],
  fields: readonly Field[],
): Finding[] {
  const used = new Set(mapping.map(({ column }) => column))
  const findings = ambiguous
    .filter(({ kept, other }) => used.has(kept) && !used.has(other))
    .map(({ target, kept, other }) => ({
      code: 'columns_ambiguous',
      message: `${namedColumn(headers, kept)} and ${namedColumn(headers, other)} could both be ${nameOf(target, fields)}; the first one is used.`,
      column: headers[other] ?? '',
    }))
  return [...findings, ...ignoredColumns(headers, used), ...missingFields(mapping, fields)]
}

/** Names of the model's fields that no column feeds. */
export function fieldsWithoutColumn(mapping: ColumnMapping, fields: readonly Field[]): Field[] {
  const fed = new Set(mapping.flatMap(({ target }) => (target.kind === 'field' ? [target.name] : [])))
  return fields.filter(({ name }) => !fed.has(name))
}

function nameOf(target: ColumnTarget, fields: readonly Field[]): string {
  if (target.kind === 'field') return fields.find(({ name }) => name === target.name)?.label ?? target.name
  const words = {
    name: 'the name',
    firstName: 'the first name',
    lastName: 'the last name',
    company: 'the company',
    email: 'the e-mail address',
    link: 'the profile link',
  }
  return words[target.name]
}

function ignoredColumns(headers: readonly string[], used: ReadonlySet<number>): Finding[] {
  const ignored = headers.flatMap((_, column) => (used.has(column) ? [] : [namedColumn(headers, column)]))
  if (ignored.length === 0) return []
  return [{ code: 'columns_ignored', message: `Columns that are not used: ${listed(ignored)}.` }]
}

function missingFields(mapping: ColumnMapping, fields: readonly Field[]): Finding[] {
  const missing = fieldsWithoutColumn(mapping, fields).map(({ label }) => label)
  if (missing.length === 0) return []
  return [
    {
      code: 'fields_missing',
      message: `The file has no column for ${listed(missing)}: the scores are less certain.`,
    },
  ]
}
