/** What is worth saying about a file's columns and what they feed. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping, Finding } from '../../../contract/importing.ts'
import { listed, namedColumn } from '../words.ts'
import type { ChosenColumn } from './choose-column.ts'
import { targetWords, toldApart } from './target-words.ts'

/** Findings on the header alone: columns without a name, and names that occur twice. */
export function headerFindings(headers: readonly string[], mapping: ColumnMapping): Finding[] {
  const findings: Finding[] = []
  const empty = headers.flatMap((header, column) => (header.trim() === '' ? [column] : []))
  if (empty.length > 0) {
    const used = empty.some((column) => mapping.some((entry) => entry.column === column))
    const places = listed(empty.map((column) => String(column + 1)))
    const message =
      empty.length === 1
        ? `Column ${places} has no name${used ? '' : '; it is not used'}.`
        : `Columns ${places} have no names${used ? '' : '; they are not used'}.`
    findings.push({ code: 'header_empty', message })
  }
  const twice = new Set(
    headers.filter((header, column) => header.trim() !== '' && headers.indexOf(header) < column),
  )
  for (const header of twice) {
    const columns = headers.flatMap((other, column) => (other === header ? [String(column + 1)] : []))
    findings.push({
      code: 'header_duplicate',
      message: `The column name "${listed([header])}" occurs ${columns.length} times: in columns ${listed(columns)}.`,
      column: header,
    })
  }
  return findings.slice(0, MOST_DUPLICATES)
}

/** A header can repeat thousands of names; nobody reads on after these. */
const MOST_DUPLICATES = 20

export interface MappingToDescribe {
  readonly headers: readonly string[]
  readonly mapping: ColumnMapping
  readonly fields: readonly Field[]
  readonly choices: readonly ChosenColumn[]
}

/** Findings on a mapping: what was chosen between, what is not used, what the model has to do without. */
export function mappingFindings({ headers, mapping, fields, choices }: MappingToDescribe): Finding[] {
  const used = new Set(mapping.map(({ column }) => column))
  const chosen = choices.map(({ rivals, choice }) => ({
    code: 'columns_ambiguous',
    message: `${rivals.columns.map((column) => toldApart(headers, column)).join(' and ')} could be ${targetWords(rivals.target, fields)}; ${toldApart(headers, choice.column)} is used, because ${choice.because}.`,
    column: headers[choice.column] ?? '',
  }))
  return [...chosen, ...ignoredColumns(headers, used), ...missingFields(mapping, fields)]
}

/** The model's fields that no column feeds, the most important ones first. */
export function fieldsWithoutColumn(mapping: ColumnMapping, fields: readonly Field[]): Field[] {
  const fed = new Set(mapping.flatMap(({ target }) => (target.kind === 'field' ? [target.name] : [])))
  return fields.filter(({ name }) => !fed.has(name)).sort((a, b) => b.importance - a.importance)
}

function ignoredColumns(headers: readonly string[], used: ReadonlySet<number>): Finding[] {
  const ignored = headers.flatMap((_, column) => (used.has(column) ? [] : [namedColumn(headers, column)]))
  if (ignored.length === 0) return []
  return [{ code: 'columns_ignored', message: `Columns that are not used: ${listed(ignored)}.` }]
}

function missingFields(mapping: ColumnMapping, fields: readonly Field[]): Finding[] {
  const missing = fieldsWithoutColumn(mapping, fields)
  if (missing.length === 0) return []
  const labels = listed(missing.map(({ label }) => label))
  return [
    {
      code: 'fields_missing',
      message: `The file has no column for ${labels}. The scores are less certain without ${missing.length === 1 ? 'it' : 'them'}.`,
      // For programs, which know fields by name.
      text: missing.map(({ name }) => name).join(', '),
    },
  ]
}
