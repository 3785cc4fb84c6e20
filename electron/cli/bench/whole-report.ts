import type { Manifest } from '../../../model/bundle/manifest.ts'
import type { DriftReport } from '../../contract/drift.ts'
import { makeDriftReport } from '../../engine/monitoring/drift/drift-report.ts'
import type { LeadSample } from '../../engine/monitoring/windows/lead-sample.ts'

/** The report that Monitor makes on a window of leads against a baseline, by the size-aware rule. */
export async function wholeReport(
  manifest: Manifest,
  baseline: LeadSample,
  window: LeadSample,
): Promise<DriftReport> {
  const factsOf = (name: string, { count }: LeadSample) => ({ name, leads: count, from: null, to: null })
  const report = await makeDriftReport(
    {
      request: { window: { kind: 'all' }, baseline: { kind: 'reference' }, rule: 'size-aware' },
      manifest,
      window: { facts: factsOf('all leads', window), sample: window },
      baseline: { facts: factsOf('the reference', baseline), sample: baseline, observed: null },
      overlap: null,
      madeAt: '',
    },
    async () => false,
  )
  if (!report) throw new Error('a report that nobody cancelled was not made')
  return report
}
