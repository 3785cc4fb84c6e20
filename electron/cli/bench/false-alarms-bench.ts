/**
 * How often the default judgement is wrong: false alarms where nothing differs, and shifts it misses. Seeded, so that the same
 * command gives the same numbers.
 */
import { seededRandom } from '../../../model/statistics/seeded-random.ts'
import { judgeSizeAware } from '../../engine/monitoring/judgement/judge-size-aware.ts'
import { type BundledReference, readBundledReference } from './bundled-reference.ts'
import { drawRows, samplesOf, withoutMissing } from './draw-samples.ts'
import { noticedInReport, scoresInPlaceOf } from './noticed-in-report.ts'
import { noticedShare } from './noticed-share.ts'
import { type ReferenceColumn, referenceColumns } from './reference-columns.ts'
import { type ReportAlarms, reportAlarms } from './report-alarms.ts'
import { wholeReport } from './whole-report.ts'

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

/** What of a whole report can raise a false alarm. */
export const REPORT_PARTS = [
  { sort: 'whole report: leads', part: 'leads' },
  { sort: 'whole report: scores', part: 'scores' },
  { sort: 'whole report: either', part: 'either' },
] as const

/** Whole reports are costly: fewer repeats than of a field. */
const REPORT_SHARE = 0.5

/** Shares of repeats that said drift, by window size. */
export interface AlarmRow {
  readonly sort: string
  /** null for whole reports. */
  readonly field: string | null
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
  /** One of the fields of a whole report, none of which differs but this. */
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
  /** Of a whole report: its comparisons, of which a text has three. */
  readonly comparisons: number
  readonly fields: readonly AlarmRow[]
  readonly reports: readonly AlarmRow[]
  readonly power: { readonly shift: number; readonly rows: number; readonly fields: readonly PowerRow[] }
}

/** Measures false alarms by field and by whole report, and the power for half a standard deviation in 100 rows. */
export async function benchFalseAlarms(
  repeats: number,
  seed: number,
  onProgress: (doing: string) => void,
): Promise<FalseAlarms> {
  const bundled = readBundledReference()
  const columns = referenceColumns(bundled)
  const reportRepeats = Math.ceil(repeats * REPORT_SHARE)
  const fields = SORTS.flatMap(({ sort, field }) => {
    onProgress(`${sort}: ${field}`)
    return columns
      .filter(({ name }) => name === field)
      .map(withoutMissing)
      .map((column): AlarmRow => {
        const alarms = (redraw: boolean) =>
          WINDOW_SIZES.map((rows, at) => alarmShare(column, rows, redraw, repeats, seededRandom(seed, at)))
        return { sort, field, redrawn: alarms(true), fixed: alarms(false) }
      })
  })
  const { leads, manifest } = bundled
  return {
    seed,
    repeats,
    reportRepeats,
    sizes: WINDOW_SIZES,
    comparisons: (await wholeReport(manifest, leads, leads)).fields.length,
    fields,
    reports: await reportRows(bundled, reportRepeats, seed, onProgress),
    power: await measurePower(bundled, columns, reportRepeats, seed, onProgress),
  }
}

/** Share of reports of one field that say drift of a window that was drawn from where the reference was. */
function alarmShare(
  column: ReferenceColumn,
  windowRows: number,
  redraw: boolean,
  repeats: number,
  random: () => number,
): number {
  const leads = column.cells.length
  const asItIs = Uint32Array.from(column.cells.keys())
  let alarms = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const reference = redraw ? drawRows(leads, leads, random) : asItIs
    const window = drawRows(leads, windowRows, random)
    if (judgeSizeAware([samplesOf(column, reference, window)]).verdict === 'drift') alarms++
  }
  return alarms / repeats
}

async function reportRows(
  bundled: BundledReference,
  repeats: number,
  seed: number,
  onProgress: (doing: string) => void,
): Promise<AlarmRow[]> {
  const [redrawn, fixed]: [ReportAlarms[], ReportAlarms[]] = [[], []]
  for (const [at, windowRows] of WINDOW_SIZES.entries()) {
    onProgress(`whole reports: ${windowRows} leads`)
    for (const [redraw, into] of [[true, redrawn] as const, [false, fixed] as const]) {
      const random = seededRandom(seed, at)
      into.push(await reportAlarms(bundled, { windowRows, redraw, repeats, random }))
    }
  }
  return REPORT_PARTS.map(({ sort, part }) => ({
    sort,
    field: null,
    redrawn: redrawn.map((alarms) => alarms[part]),
    fixed: fixed.map((alarms) => alarms[part]),
  }))
}

/** The field that gives its place to the scores, which are no field: one without gaps, as they are. */
const PLACE_OF_SCORES = 'llm_quality'

async function measurePower(
  bundled: BundledReference,
  columns: readonly ReferenceColumn[],
  repeats: number,
  seed: number,
  onProgress: (doing: string) => void,
): Promise<FalseAlarms['power']> {
  const [shift, rows] = [0.5, 100]
  const fields: PowerRow[] = []
  for (const { sort, field } of SORTS) {
    const column = columns.find(({ name, levels }) => name === field && levels === null)
    if (!column) continue
    onProgress(`power: ${field}`)
    const drawn = () => ({ shift, rows, repeats, random: seededRandom(seed, 100) })
    const alone = noticedShare({ column: withoutMissing(column), comparisons: 1, ...drawn() })
    const inReport =
      field === 'score'
        ? await noticedInReport(scoresInPlaceOf(PLACE_OF_SCORES, bundled), {
            field: PLACE_OF_SCORES,
            ...drawn(),
          })
        : await noticedInReport(bundled, { field, ...drawn() })
    fields.push({ sort, field, alone, inReport })
  }
  return { shift, rows, fields }
}
