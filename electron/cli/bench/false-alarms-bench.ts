/**
 * How often the size-aware judgement is wrong: false alarms where nothing differs, and shifts it misses. Seeded, so that the same
 * command gives the same numbers.
 */
import { seededRandom } from '../../../model/statistics/seeded-random.ts'
import { judgeSizeAware } from '../../engine/monitoring/judgement/judge-size-aware.ts'
import { drawRows, samplesOf, withoutMissing } from './draw-samples.ts'
import { noticedShare } from './noticed-share.ts'
import { type ReferenceColumn, readReferenceColumns } from './reference-columns.ts'

/** Rows of the window in each cell of the tables. */
export const WINDOW_SIZES = [20, 30, 50, 100, 200, 500, 1000, 5000] as const

/** The fields of the reference that stand for each sort of field. */
export const SORTS = [
  { sort: 'numeric', field: 'score' },
  { sort: 'skewed', field: 'jobtitle' },
  { sort: 'skewed, long tail', field: 'companyfoundedon' },
  { sort: 'integer', field: 'llm_quality' },
  { sort: 'tied', field: 'llm_company_fit' },
  { sort: 'few levels', field: 'llm_seniority' },
  { sort: 'few, uneven levels', field: 'companytype' },
  { sort: 'many levels', field: 'llm_industry' },
  { sort: 'many, rare levels', field: 'languages' },
] as const

/** Whole reports are costly, and keep a distance from their limit that fields do not. */
const REPORT_SHARE = 0.4

/** Shares of repeats that said drift, by window size. */
export interface AlarmRow {
  readonly sort: string
  readonly field: string
  /** The reference drawn anew as well, as any reference once was. */
  readonly redrawn: readonly number[]
  /** The bundled reference as it is, the window drawn from it. */
  readonly fixed: readonly number[]
}

/** Shares of repeats that noticed a shift. */
export interface PowerRow {
  readonly sort: string
  readonly field: string
  /** The only field of its report. */
  readonly alone: number
  /** One of as many fields as the model has, none of which differs but this. */
  readonly inReport: number
}

/** What `npm run bench -- false-alarms` measures. */
export interface FalseAlarms {
  readonly seed: number
  /** Of a field in a cell. */
  readonly repeats: number
  /** Of a whole report, and of a shifted field. */
  readonly reportRepeats: number
  readonly sizes: readonly number[]
  readonly fields: readonly AlarmRow[]
  readonly reports: AlarmRow
  readonly power: { readonly shift: number; readonly rows: number; readonly fields: readonly PowerRow[] }
}

/** Measures false alarms by field and by whole report, and the power for half a standard deviation in 100 rows. */
export function benchFalseAlarms(
  repeats: number,
  seed: number,
  onProgress: (doing: string) => void,
): FalseAlarms {
  const columns = readReferenceColumns()
  const columnOf = (field: string) => columns.filter(({ name }) => name === field).map(withoutMissing)
  const reportRepeats = Math.ceil(repeats * REPORT_SHARE)
  const alarms = (drawn: readonly ReferenceColumn[], redraw: boolean, times = repeats) =>
    WINDOW_SIZES.map((rows, at) => alarmShare(drawn, rows, redraw, times, seededRandom(seed, at)))
  const fields = SORTS.map(({ sort, field }) => {
    onProgress(`${sort}: ${field}`)
    const drawn = columnOf(field)
    return { sort, field, redrawn: alarms(drawn, true), fixed: alarms(drawn, false) }
  })
  const model = columns.filter(({ name }) => name !== 'score')
  onProgress('whole reports')
  const reports = {
    sort: `whole report of ${model.length} fields`,
    field: 'all',
    redrawn: alarms(model, true, reportRepeats),
    fixed: alarms(model, false, reportRepeats),
  }
  onProgress('power')
  const power = { shift: 0.5, rows: 100 }
  const powerOf = (column: ReferenceColumn, fieldCount: number) =>
    noticedShare({ column, ...power, fieldCount, repeats: reportRepeats, random: seededRandom(seed, 100) })
  return {
    seed,
    repeats,
    reportRepeats,
    sizes: WINDOW_SIZES,
    fields,
    reports,
    power: {
      ...power,
      fields: SORTS.flatMap(({ sort, field }) =>
        columnOf(field)
          .filter(({ levels }) => levels === null)
          .map((column) => ({
            sort,
            field,
            alone: powerOf(column, 1),
            inReport: powerOf(column, model.length),
          })),
      ),
    },
  }
}

/** Share of reports that say drift of a window that was drawn from where the reference was. */
function alarmShare(
  columns: readonly ReferenceColumn[],
  windowRows: number,
  redraw: boolean,
  repeats: number,
  random: () => number,
): number {
  const leads = columns[0]?.cells.length ?? 0
  const asItIs = Uint32Array.from({ length: leads }, (_, row) => row)
  let alarms = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const reference = redraw ? drawRows(leads, leads, random) : asItIs
    const window = drawRows(leads, windowRows, random)
    const report = judgeSizeAware(columns.map((column) => samplesOf(column, reference, window)))
    if (report.verdict === 'drift') alarms++
  }
  return alarms / repeats
}
