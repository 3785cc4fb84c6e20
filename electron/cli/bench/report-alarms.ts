/** False alarms of whole reports: made as Monitor makes them, on leads drawn from the bundled reference. */
import type { BundledReference } from './bundled-reference.ts'
import { drawRows } from './draw-samples.ts'
import { pickLeads } from './pick-leads.ts'
import { wholeReport } from './whole-report.ts'

/** Shares of whole reports that say drift where nothing differs. */
export interface ReportAlarms {
  /** Any field is called different, so that the headline says so. */
  readonly leads: number
  /** The scores are called different. */
  readonly scores: number
  /** One or the other: what somebody sees who looks at everything. */
  readonly either: number
}

/** How whole reports are drawn: the window always, the reference too or as it is. */
export interface ReportDraws {
  readonly windowRows: number
  readonly redraw: boolean
  readonly repeats: number
  readonly random: () => number
}

/** Makes reports on windows that were drawn from where the reference was. */
export async function reportAlarms(
  { manifest, leads }: BundledReference,
  { windowRows, redraw, repeats, random }: ReportDraws,
): Promise<ReportAlarms> {
  const alarms = { leads: 0, scores: 0, either: 0 }
  for (let repeat = 0; repeat < repeats; repeat++) {
    const baseline = redraw ? pickLeads(leads, drawRows(leads.count, leads.count, random)) : leads
    const window = pickLeads(leads, drawRows(leads.count, windowRows, random))
    const { verdict, score } = await wholeReport(manifest, baseline, window)
    const [byLeads, byScores] = [verdict === 'drift', score?.verdict === 'drift']
    if (byLeads) alarms.leads++
    if (byScores) alarms.scores++
    if (byLeads || byScores) alarms.either++
  }
  return {
    leads: alarms.leads / repeats,
    scores: alarms.scores / repeats,
    either: alarms.either / repeats,
  }
}
