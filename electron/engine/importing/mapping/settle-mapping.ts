/** What the columns of a file feed: as the user said, as remembered, or as suggested; and what has to be asked. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { ColumnMapping, Finding, Question } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { askBetween, askForColumns, askWithoutHeader } from './ask-mapping.ts'
import { checkMapping, fittingMapping } from './check-mapping.ts'
import { type ChosenColumn, chooseColumn, type Rivals } from './choose-column.ts'
import { headerFindings, mappingFindings } from './mapping-findings.ts'
import { suggestByContent } from './suggest-by-content.ts'
import {
  NO_TARGET,
  type SuggestedColumn,
  suggestedMapping,
  suggestMapping,
  targetKey,
} from './suggest-mapping.ts'

export interface MappingRequest {
  readonly headers: readonly string[]
  /** The file's first rows: what is asked is decided on them. */
  readonly firstRows: readonly (readonly string[])[]
  readonly fields: readonly Field[]
  /** As the user said; null: nothing was said. */
  readonly given: ColumnMapping | null
  /** As the last file with the same column names was imported; null: there was none. */
  readonly remembered: ColumnMapping | null
  /** Line of the column names; 0: there is none. */
  readonly headerLine: number
}

export interface SettledMapping {
  /** One per column. */
  readonly columns: readonly SuggestedColumn[]
  /** Holds two columns for one thing only while a question about them is open. */
  readonly mapping: ColumnMapping
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

/** Settles the mapping; refuses only one that fits neither file nor model, and a text that is no table. */
export function settleMapping(request: MappingRequest): SettledMapping {
  const { headers, firstRows, fields, given, headerLine } = request
  if (given !== null) checkMapping(given, headers, fields)
  const remembered = request.remembered && fittingMapping(request.remembered, headers, fields)
  const suggested = suggestedColumns(request, remembered)
  // What a person has said is not doubted: rivals in it are a question that is still open.
  const mayChoose = given === null
  const choices = mayChoose ? chosenColumns(suggested, firstRows) : []
  const columns = suggested.map((column, index) =>
    choices.some(({ rivals, choice }) => choice.column !== index && rivals.columns.includes(index))
      ? NO_TARGET
      : column,
  )
  const mapping = given ?? suggestedMapping(columns)
  const file = { headers, firstRows, fields, mapping }
  const questions = rivalsIn(mapping).map((rivals) => askBetween(rivals, file))
  if (given === null && headerLine === 0) questions.push(askWithoutHeader(remembered, headers))
  else questions.push(...askForColumns(file))
  if (headers.length === 1 && questions.some(({ code }) => code === 'no_known_columns')) refuseNoTable()
  return {
    columns,
    mapping,
    findings: [
      ...(headerLine === 0 ? [] : headerFindings(headers, mapping)),
      ...mappingFindings({ headers, mapping, fields, choices }),
    ],
    questions,
  }
}

function suggestedColumns(
  { headers, firstRows, fields, given, headerLine }: MappingRequest,
  remembered: ColumnMapping | null,
): SuggestedColumn[] {
  const suggested =
    headerLine === 0 ? suggestByContent(headers.length, firstRows) : suggestMapping(headers, fields)
  const settled = given ?? (headerLine === 0 ? null : remembered)
  if (settled === null) return suggested
  return suggested.map(({ target, matched }, index) => {
    const chosen = settled.find(({ column }) => column === index)?.target
    if (!chosen) return NO_TARGET
    if (given === null) return { target: chosen, matched: 'remembered' }
    const asSuggested = target !== null && targetKey(target) === targetKey(chosen)
    return { target: chosen, matched: asSuggested ? matched : 'none' }
  })
}

function chosenColumns(
  suggested: readonly SuggestedColumn[],
  firstRows: readonly (readonly string[])[],
): ChosenColumn[] {
  return rivalsIn(suggestedMapping(suggested)).flatMap((rivals) => {
    const choice = chooseColumn(rivals, suggested, firstRows)
    return choice ? [{ rivals, choice }] : []
  })
}

/** What more than one column feeds. */
function rivalsIn(mapping: ColumnMapping): Rivals[] {
  const claims = new Map<string, { target: Rivals['target']; columns: number[] }>()
  for (const { column, target } of mapping) {
    const claim = claims.get(targetKey(target)) ?? { target, columns: [] }
    claim.columns.push(column)
    claims.set(targetKey(target), claim)
  }
  return [...claims.values()].filter(({ columns }) => columns.length > 1)
}

function refuseNoTable(): never {
  refuse(
    'no_known_columns',
    'The file has one column, and its name is not known.',
    'Choose a table with column names such as name, company, job title.',
  )
}
