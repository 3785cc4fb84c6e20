/** Decides for each column of numbers whether its decimals stand behind a point or a comma. */
import { type DecimalMark, numberValue, parseNumber } from '../../../../model/bundle/parse-number.ts'
import { readField } from '../../../../model/bundle/read-field.ts'
import { NO_RULES } from '../../../../model/bundle/reading-rules.ts'
import type { Finding, Question, ReadSettings } from '../../../contract/importing.ts'
import { listed } from '../words.ts'
import { shownHeader } from './finding-sentences.ts'
import type { Noticed, SampledColumn } from './sampled-column.ts'

export interface DecimalSurvey extends Noticed {
  /** Columns not in it have shown nothing: numbers there are plain. */
  readonly byColumn: ReadonlyMap<number, DecimalMark>
  /** What most numbers of the file show. */
  readonly decimal: DecimalMark | null
}

/** What the cells of one column show. */
interface Shown {
  readonly column: SampledColumn
  readonly marks: Readonly<Record<DecimalMark, number>>
  /** `1,234` and its like. */
  readonly ambiguous: readonly string[]
}

/** Decides by the cells that are beyond doubt; where a column has none, by the rest of the file; else it is asked. */
export function surveyDecimals(columns: readonly SampledColumn[], read: ReadSettings): DecimalSurvey {
  const shown = columns.filter(({ field }) => field.type === 'number' || field.type === 'integer').map(look)
  const inFile = { '.': 0, ',': 0 }
  for (const { marks } of shown) {
    inFile['.'] += marks['.']
    inFile[','] += marks[',']
  }
  const decimal = read.decimal ?? majority(inFile)
  const byColumn = new Map<number, DecimalMark>()
  const questions: Question[] = []
  for (const each of shown) {
    const mark = read.decimal ?? decide(each, decimal)
    if (mark === 'ask') questions.push(ask(each))
    else if (mark !== null) byColumn.set(each.column.column, mark)
  }
  // One answer settles all columns.
  return { byColumn, decimal, findings: commaFinding(shown, byColumn), questions: questions.slice(0, 1) }
}

function look(column: SampledColumn): Shown {
  const marks = { '.': 0, ',': 0 }
  const ambiguous: string[] = []
  for (const text of column.texts) {
    const parsed = parseNumber(text, null)
    if (parsed.kind === 'ambiguous') ambiguous.push(text)
    else if (parsed.kind === 'number' && parsed.number.mark !== null) marks[parsed.number.mark]++
  }
  return { column, marks, ambiguous }
}

function majority(marks: Shown['marks']): DecimalMark | null {
  if (marks['.'] === marks[',']) return null
  return marks['.'] > marks[','] ? '.' : ','
}

function decide({ column, marks, ambiguous }: Shown, inFile: DecimalMark | null): DecimalMark | 'ask' | null {
  const own = majority(marks)
  if (own !== null || (ambiguous.length === 0 && marks['.'] === 0)) return own
  if (inFile !== null) return inFile
  const [points, commas] = (['.', ','] as const).map(
    (decimal) =>
      ambiguous.filter((text) => readField(column.field, text, { ...NO_RULES, decimal }).ok).length,
  )
  if (points !== commas) return (points ?? 0) > (commas ?? 0) ? '.' : ','
  // Programs write a point before decimals; nobody has to be asked about `1.234`.
  if (points === 0 || ambiguous.every((text) => text.includes('.'))) return '.'
  return 'ask'
}

function ask({ column, ambiguous }: Shown): Question {
  const text = ambiguous.find((candidate) => candidate.includes(',')) ?? ambiguous[0] ?? ''
  const parsed = parseNumber(text, null)
  const [few, many] =
    parsed.kind === 'ambiguous' ? [numberValue(parsed.decimals), numberValue(parsed.thousands)] : [0, 0]
  return {
    code: 'number_locale',
    message: `In column ${shownHeader(column.header)}, "${text}" could be ${many} or ${few}. Which is it?`,
    answers: [
      { label: `${many}: the comma parts thousands`, read: { decimal: '.' }, option: '--decimal .' },
      { label: `${few}: the comma stands before decimals`, read: { decimal: ',' }, option: '--decimal ,' },
    ],
  }
}

function commaFinding(shown: readonly Shown[], byColumn: ReadonlyMap<number, DecimalMark>): Finding[] {
  const headers = shown
    .filter(({ column, marks, ambiguous }) => {
      return byColumn.get(column.column) === ',' && marks[','] + ambiguous.length > 0
    })
    .map(({ column }) => column.header)
  const [first, second] = headers
  if (first === undefined) return []
  const named = second === undefined ? shownHeader(first) : listed(headers.map(shownHeader))
  return [
    {
      code: 'number_locale',
      message: `Numbers in ${named} are read with a decimal comma: 0,5 is a half.`,
      ...(second === undefined ? { column: first } : {}),
    },
  ]
}
