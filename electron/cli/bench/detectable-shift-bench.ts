import { seededRandom } from '../../../model/statistics/seeded-random.ts'
import { readBundledReference } from './bundled-reference.ts'
import { withoutMissing } from './draw-samples.ts'
import { markdownTable } from './markdown-table.ts'
import { noticedShare } from './noticed-share.ts'
import { type ReferenceColumn, referenceColumns } from './reference-columns.ts'
import { wholeReport } from './whole-report.ts'

const WINDOW_SIZES = [20, 30, 50, 100, 200, 500, 1000, 2000, 5000] as const
const POWER = 0.9
/** The search ends when the shift is known to this, in standard deviations. */
const STEP = 0.02

/** The smallest shift of a field of numbers that nine reports of ten notice. */
export interface DetectableShift {
  readonly windowRows: number
  readonly referenceRows: number
  /** In standard deviations: the median over the fields, and the largest. */
  readonly typical: number
  readonly largest: number
}

/** What `npm run bench -- detectable-shift` measures. */
export interface DetectableShifts {
  readonly seed: number
  readonly repeats: number
  readonly fields: readonly string[]
  readonly shifts: readonly DetectableShift[]
}

/**
 * Measures by bisection, with the same random numbers at each step, what shifts of the reference's fields of numbers are noticed in a
 * report of as many comparisons as a whole one has.
 */
export async function benchDetectableShifts(
  repeats: number,
  seed: number,
  onProgress: (doing: string) => void,
): Promise<DetectableShifts> {
  const bundled = readBundledReference()
  const columns = referenceColumns(bundled)
    .filter(({ levels }) => levels === null)
    .map(withoutMissing)
  const { leads, manifest } = bundled
  const comparisons = (await wholeReport(manifest, leads, leads)).fields.length
  const shifts = WINDOW_SIZES.map((windowRows) => {
    onProgress(`${windowRows} leads`)
    const smallest = columns
      .map((column) => smallestShift(column, windowRows, comparisons, repeats, seed))
      .sort((one, other) => one - other)
    const referenceRows = columns.reduce((rows, { cells }) => rows + cells.length, 0) / columns.length
    return {
      windowRows,
      referenceRows: Math.round(referenceRows),
      typical: smallest[Math.floor(smallest.length / 2)] ?? Number.NaN,
      largest: smallest.at(-1) ?? Number.NaN,
    }
  })
  return { seed, repeats, fields: columns.map(({ name }) => name), shifts }
}

/** The smallest shifts as a table for the guide. */
export function describeDetectableShifts({ seed, repeats, fields, shifts }: DetectableShifts): string[] {
  return [
    `Seed ${seed}, ${repeats} repeats; ${fields.join(', ')}. In standard deviations, noticed in nine of ten whole reports:`,
    '',
    ...markdownTable([
      ['leads', 'reference', 'middle field', 'worst field'],
      ...shifts.map(({ windowRows, referenceRows, typical, largest }) => [
        windowRows.toLocaleString('en'),
        referenceRows.toLocaleString('en'),
        typical.toFixed(2),
        largest.toFixed(2),
      ]),
    ]),
  ]
}

function smallestShift(
  column: ReferenceColumn,
  rows: number,
  comparisons: number,
  repeats: number,
  seed: number,
): number {
  let [missed, noticed] = [0, 2.56]
  while (noticed - missed > STEP) {
    const shift = (missed + noticed) / 2
    const random = seededRandom(seed, rows)
    if (noticedShare({ column, shift, rows, comparisons, repeats, random }) >= POWER) noticed = shift
    else missed = shift
  }
  return noticed
}
