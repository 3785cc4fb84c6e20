/** Which sheet of a workbook is read. */
import type { Finding, Question, Sheet } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { shortened } from '../../sentences/shortened.ts'
import { listed } from '../words.ts'

/** A sheet, and the most cells that one of its first rows holds. */
export interface SheetLook extends Sheet {
  readonly columns: number
}

export interface ChosenSheet {
  readonly index: number
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

const ANSWERS = 50
const LABEL_CHARACTERS = 60

/**
 * Takes the sheet a person named, or the only table in sight; where there is none, whatever else has rows. Asks where there are
 * several.
 */
export function chooseSheet(sheets: readonly SheetLook[], wanted: string | undefined): ChosenSheet {
  if (wanted !== undefined) {
    const index = sheets.findIndex(({ name }) => name === wanted)
    if (index >= 0) return { index, findings: [], questions: [] }
  }
  const most = Math.max(0, ...sheets.map(({ rows }) => rows))
  if (most === 0) {
    refuse('no_rows', 'The workbook holds no rows.', 'Check that the list is saved in it.')
  }
  // A sheet with one row or one column is a note or a cover; only where there is nothing else it is the table.
  const withRows = sheets.filter(({ rows }) => rows >= Math.min(2, most))
  const inSight = withRows.filter(({ hidden, columns }) => !hidden && columns > 1)
  // What nobody sees is not read in place of what is seen without a question.
  const others = withRows.filter(({ hidden, columns }) => !hidden || columns > 1)
  const candidates = [inSight, others, withRows].find(({ length }) => length > 0) ?? []
  const [first] = candidates
  const index = first ? sheets.indexOf(first) : 0
  if (candidates.length > 1 || wanted !== undefined) {
    return { index, findings: [], questions: [ask(candidates, wanted)] }
  }
  return { index, findings: sheets.length > 1 && first ? [chosen(first, sheets)] : [], questions: [] }
}

function ask(candidates: readonly Sheet[], wanted: string | undefined): Question {
  const which = 'Which sheet of the workbook holds the leads?'
  const message =
    wanted === undefined ? which : `There is no sheet "${shortened(wanted, LABEL_CHARACTERS)}". ${which}`
  const answers = candidates.slice(0, ANSWERS).map(({ name }) => ({
    label: shortened(name, LABEL_CHARACTERS),
    read: { sheet: name },
    option: `--sheet ${JSON.stringify(name)}`,
  }))
  return { code: 'sheet_choice', message, answers }
}

function chosen(sheet: Sheet, sheets: readonly Sheet[]): Finding {
  const others = sheets.filter((other) => other !== sheet && other.rows > 0).map(({ name }) => name)
  const not = others.length > 0 ? ` Not read: ${listed(others)}.` : ''
  return { code: 'sheet_chosen', message: `The sheet "${sheet.name}" was read.${not}`, text: sheet.name }
}
