/** Shifts noticed in whole reports: made as Monitor makes them, on leads drawn from the bundled reference. */
import { meanAndSquares } from '../../../model/statistics/mean-and-squares.ts'
import type { LeadSample, SampleColumn } from '../../engine/monitoring/windows/lead-sample.ts'
import type { BundledReference } from './bundled-reference.ts'
import { drawRows } from './draw-samples.ts'
import { pickLeads } from './pick-leads.ts'
import { wholeReport } from './whole-report.ts'

/** A shift to be noticed in a whole report. */
export interface ShiftInReport {
  /** A field of numbers, or a text, of which the characters shift. */
  readonly field: string
  /** In standard deviations. */
  readonly shift: number
  /** Leads of the window, all with a value of the field. */
  readonly rows: number
  readonly repeats: number
  readonly random: () => number
}

/**
 * Share of whole reports that call a shifted field different; nothing else differs. Baseline and window are both drawn from the leads
 * that have a value of the field, so that `rows` are what its judgement rests on; other fields keep their gaps.
 */
export async function noticedInReport(
  { manifest, leads }: BundledReference,
  { field, shift, rows, repeats, random }: ShiftInReport,
): Promise<number> {
  const index = manifest.fields.findIndex(({ name }) => name === field)
  const valued = pickLeads(leads, valuedRows(numbersOf(leads, index)))
  const values = Float64Array.from(numbersOf(valued, index))
  const by = shift * Math.sqrt(meanAndSquares(values).squares / values.length)
  const measure = valued.columns[index]?.kind === 'text' ? 'characters' : 'value'
  let noticed = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const baseline = pickLeads(valued, drawRows(valued.count, valued.count, random))
    const window = shifted(pickLeads(valued, drawRows(valued.count, rows, random)), index, by)
    const { fields } = await wholeReport(manifest, baseline, window)
    const one = fields.find((judged) => judged.field === field && judged.measure === measure)
    if (one?.verdict === 'drift') noticed++
  }
  return noticed / repeats
}

/** The reference with its scores in place of a field of numbers: the only numbers it has without steps. */
export function scoresInPlaceOf(field: string, { manifest, leads }: BundledReference): BundledReference {
  const index = manifest.fields.findIndex(({ name }) => name === field)
  const scores: SampleColumn = { kind: 'number', values: leads.scores }
  return { manifest, leads: { ...leads, columns: leads.columns.with(index, scores) } }
}

function valuedRows(values: Float32Array): Uint32Array {
  return Uint32Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]))
}

function numbersOf({ columns }: LeadSample, index: number): Float32Array {
  const column = columns[index]
  if (!column || column.kind === 'category') throw new RangeError(`field ${index} has no numbers to shift`)
  return column.kind === 'text' ? column.characters : column.values
}

function shifted(leads: LeadSample, index: number, by: number): LeadSample {
  const moved = numbersOf(leads, index).map((value) => value + by)
  const columns = leads.columns.map((column, at): SampleColumn => {
    if (at !== index) return column
    return column.kind === 'text' ? { ...column, characters: moved } : { kind: 'number', values: moved }
  })
  return { ...leads, columns }
}
