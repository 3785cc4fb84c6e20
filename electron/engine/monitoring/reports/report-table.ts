/** The numbers of a drift report as CSV: a row per field and measure, and one for the scores. */
import type { DriftReport, FieldDrift } from '../../../contract/drift.ts'
import { BYTE_ORDER_MARK, csvCell, LINE_END } from '../../importing/csv/csv-text.ts'
import { escapeFormula } from '../../importing/csv/formula-apostrophe.ts'

type Cell = string | number | null

/** What is said of a field, by column. */
const COLUMNS: readonly (readonly [string, (row: FieldDrift) => Cell])[] = [
  ['field', ({ field }) => field],
  ['label', ({ label }) => label],
  ['measure', ({ measure }) => measure],
  ['verdict', ({ verdict }) => verdict],
  ['importance', ({ importance }) => importance],
  ['statistic', ({ statistic }) => statistic?.name ?? null],
  ['value', ({ statistic }) => statistic?.value ?? null],
  ['limit', ({ statistic }) => statistic?.threshold ?? null],
  ['limit_is_of', ({ statistic }) => statistic?.judgedBy ?? null],
  ['p', ({ statistic }) => statistic?.p ?? null],
  ['p_adjusted', ({ statistic }) => statistic?.adjustedP ?? null],
  ['missing', ({ missing }) => missing.window],
  ['missing_baseline', ({ missing }) => missing.baseline],
  ['missing_p', ({ missing }) => missing.p],
  ['unseen_leads', ({ unseen }) => unseen?.leads ?? null],
  ['below_range', ({ outOfRange }) => outOfRange?.below ?? null],
  ['above_range', ({ outOfRange }) => outOfRange?.above ?? null],
  ['finding', ({ findings }) => findings.map(({ sentence }) => sentence).join(' ')],
]

/** Columns that are the same in every row, so that a row taken out of the file still says what it is about. */
function whole({
  window,
  baseline,
  request,
  model,
  madeAt,
}: DriftReport): readonly (readonly [string, Cell])[] {
  return [
    ['window', window.name],
    ['leads', window.leads],
    ['baseline', baseline.name],
    ['baseline_leads', baseline.leads],
    ['rule', request.rule],
    ['model', `${model.name} ${model.version}${model.demo ? ' (demo)' : ''}`],
    ['made_at', madeAt],
  ]
}

/** Writes the table, with full precision: it is for calculating. */
export function reportTable(report: DriftReport): string {
  const same = whole(report)
  const rows = [
    ...report.fields.map((field) => COLUMNS.map(([, read]) => read(field))),
    ...scoreCells(report),
  ]
  const lines = [
    [...COLUMNS.map(([name]) => name), ...same.map(([name]) => name)],
    ...rows.map((cells) => [...cells, ...same.map(([, value]) => value)]),
  ]
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map(cellOf).join(',') + LINE_END).join('')
}

/** The scores in the columns of a field, as far as they have them. */
function scoreCells({ score }: DriftReport): readonly (readonly Cell[])[] {
  if (!score) return []
  const { verdict, statistic, sentence } = score
  const row: Readonly<Record<string, Cell>> = {
    field: 'score',
    label: 'Scores',
    measure: 'value',
    verdict,
    statistic: statistic?.name ?? null,
    value: statistic?.value ?? null,
    limit: statistic?.threshold ?? null,
    limit_is_of: statistic?.judgedBy ?? null,
    p: statistic?.p ?? null,
    finding: sentence,
  }
  return [COLUMNS.map(([name]) => row[name] ?? null)]
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : csvCell(escapeFormula(cell))
}
