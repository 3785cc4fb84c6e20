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
  const lines = [
    [...COLUMNS.map(([name]) => name), ...same.map(([name]) => name)],
    ...[...report.fields, ...scoreRow(report)].map((field) => [
      ...COLUMNS.map(([, read]) => read(field)),
      ...same.map(([, value]) => value),
    ]),
  ]
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map(cellOf).join(',') + LINE_END).join('')
}

function scoreRow({ score }: DriftReport): readonly FieldDrift[] {
  if (!score) return []
  const { verdict, statistic, sentence } = score
  return [
    {
      field: 'score',
      label: 'Scores',
      unit: null,
      measure: 'value',
      importance: 1,
      verdict,
      statistic,
      findings: [{ kind: 'drift', sentence, behind: null }],
      missing: { baseline: 0, window: 0, p: null },
      unseen: null,
      outOfRange: null,
      distribution: null,
    },
  ]
}

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  return typeof cell === 'number' ? String(cell) : csvCell(escapeFormula(cell))
}
