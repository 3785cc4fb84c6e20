/** Decides for each column of dates whether the day or the month comes first. */
import { parseDate } from '../../../../model/bundle/parse-date.ts'
import { possibleOrders } from '../../../../model/bundle/read-date.ts'
import type { DateOrder, Finding, Question, ReadSettings } from '../../../contract/importing.ts'
import { shownHeader } from './finding-sentences.ts'
import type { Noticed, SampledColumn } from './sampled-column.ts'

export interface DateSurvey extends Noticed {
  readonly byColumn: ReadonlyMap<number, DateOrder>
  /** Of the first column that shows it. */
  readonly dates: DateOrder | null
}

const LABELS: Readonly<Record<DateOrder, string>> = {
  dmy: 'Day first: 03/05 is 3 May',
  mdy: 'Month first: 03/05 is 5 March',
  ymd: 'Year first: 26/05/03 is 3 May 2026',
}

/** Decides by the dates that make sense in one order only; a column without them, or with both kinds, is asked about. */
export function surveyDates(columns: readonly SampledColumn[], read: ReadSettings): DateSurvey {
  const byColumn = new Map<number, DateOrder>()
  const questions: Question[] = []
  for (const column of columns) {
    if (column.field.type !== 'date') continue
    const order = read.dates ?? decide(column)
    if (order === null) continue
    if (typeof order === 'string') byColumn.set(column.column, order)
    else questions.push(ask(column, order))
  }
  const [dates = read.dates ?? null] = byColumn.values()
  return { byColumn, dates, findings: [] satisfies Finding[], questions: questions.slice(0, 1) }
}

/** The order, null when the column has no dates that need one, or the orders to choose from. */
function decide({ texts }: SampledColumn): DateOrder | readonly DateOrder[] | null {
  const sure = new Set<DateOrder>()
  const possible = new Set<DateOrder>()
  for (const text of texts) {
    const date = parseDate(text)
    if (date?.kind !== 'numbers') continue
    const orders = possibleOrders(date.parts)
    const [only, another] = orders
    if (only !== undefined && another === undefined) sure.add(only)
    for (const order of orders) possible.add(order)
  }
  const [order, second] = sure
  if (order !== undefined && second === undefined) return order
  return possible.size === 0 ? null : [...possible]
}

function ask({ header, texts }: SampledColumn, orders: readonly DateOrder[]): Question {
  const example = texts.find((text) => parseDate(text)?.kind === 'numbers') ?? ''
  return {
    code: 'dates_ambiguous',
    message: `The dates in column ${shownHeader(header)}, such as "${example}", can be read in more than one way. Which is it?`,
    answers: orders.map((dates) => ({ label: LABELS[dates], read: { dates }, option: `--dates ${dates}` })),
  }
}
