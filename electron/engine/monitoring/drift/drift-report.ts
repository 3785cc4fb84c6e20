/** The drift report: two samples of leads, compared field by field and by their scores. A pure function of them. */
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import type { DriftReport, DriftRequest, FieldDrift } from '../../../contract/drift.ts'
import type { WindowFacts } from '../../../contract/windows.ts'
import { detectableShift } from '../judgement/detectable-shift.ts'
import { EVIDENTLY_DRIFT_SHARE } from '../judgement/judge-evidently.ts'
import { SIZE_AWARE_RULE } from '../judgement/size-aware-rule.ts'
import type { LeadSample, LeadsByField } from '../windows/lead-sample.ts'
import { compareField } from './compared-measure.ts'
import { describeField } from './describe-field.ts'
import { createJudging, type JudgedMeasure } from './judge-measures.ts'
import { orderFields } from './order-fields.ts'
import type { Pause } from './pause.ts'
import { headline, noticeableSentence, ruleSentence } from './report-sentences.ts'
import { compareScores } from './score-drift.ts'

/** What a report is made from. */
export interface ReportParts {
  readonly request: DriftRequest
  readonly manifest: Manifest
  readonly window: { readonly facts: WindowFacts; readonly sample: LeadSample | LeadsByField | null }
  /** `sample` null: there is no baseline at all, for the reason given in `absent`. */
  readonly baseline: {
    readonly facts: WindowFacts
    readonly sample: LeadSample | LeadsByField | null
    readonly observed: number | null
  }
  readonly overlap: DriftReport['overlap']
  readonly madeAt: string
}

/** Said where the model's bundle has no reference.csv. */
const NO_REFERENCE =
  'The model came without leads of its own, so there is nothing to compare with. Choose an earlier period or another import.'

/** Makes a report; null when `pause` says that nobody wants it any more. */
export async function makeDriftReport(parts: ReportParts, pause: Pause): Promise<DriftReport | null> {
  const { window, baseline, manifest, request } = parts
  if (!baseline.sample) return emptyReport(parts, 'no_baseline', NO_REFERENCE)
  const names = namesOf(parts)
  if (!window.sample || window.sample.count === 0)
    return emptyReport(parts, 'no_leads', headline('no_leads', names, []))
  if (baseline.sample.count === 0)
    return emptyReport(parts, 'no_baseline', headline('no_baseline', names, []))
  const compared = { window: request.window, baseline: request.baseline, baselineName: baseline.facts.name }
  const judging = createJudging(request)
  const described: FieldDrift[] = []
  // Field by field to the end: the samples of one field of millions of leads are a hundred megabytes.
  for (const [index, field] of manifest.fields.entries()) {
    for (const measured of compareField(field, index, baseline.sample, window.sample, request.rule)) {
      if (await pause()) return null
      const looked = judging.look(measured)
      if (await pause()) return null
      described.push(describeField(measured, looked === 'maybe_drift' ? 'drift' : looked, compared))
    }
    if (await pause()) return null
  }
  const judged = judging.judge()
  const fields = described.map((field, at) => settleField(field, judged[at]))
  const scores = {
    baseline: baseline.sample.scores,
    window: window.sample.scores,
    observed: baseline.observed,
  }
  const verdict = reportVerdict(fields, request.rule)
  return {
    ...emptyReport(parts, verdict, headline(verdict, names, orderFields(fields))),
    noticeable: verdict === 'not_judged' ? null : noticeable(baseline.sample.count, window.sample.count),
    fields: orderFields(fields),
    score: compareScores(scores, manifest, request.rule, compared),
  }
}

/** What was said of a field for the case that it drifts, with its verdict. */
function settleField(field: FieldDrift, judged: JudgedMeasure | undefined): FieldDrift {
  if (!judged) throw new Error(`${field.field} was not judged`)
  const { verdict, statistic } = judged
  const findings = field.findings.filter(({ kind }) => kind !== 'drift' || verdict === 'drift')
  return { ...field, verdict, statistic, findings }
}

function namesOf({ window, baseline }: ReportParts) {
  return {
    window: window.facts.name,
    baseline: baseline.facts.name,
    leads: window.facts.leads,
    baselineLeads: baseline.facts.leads,
  }
}

/** A report without fields. */
function emptyReport(
  { request, window, baseline, overlap, madeAt, manifest }: ReportParts,
  verdict: DriftReport['verdict'],
  said: string,
): DriftReport {
  return {
    request,
    window: window.facts,
    baseline: baseline.facts,
    ruleSentence: ruleSentence(request),
    verdict,
    headline: said,
    noticeable: null,
    fields: [],
    score: null,
    overlap,
    madeAt,
    model: { name: manifest.name, version: manifest.version, demo: manifest.provenance.kind === 'demo' },
  }
}

/** Of the measures that were judged: any of them under the size-aware rule, half of them under Evidently's. */
export function reportVerdict(
  fields: readonly Pick<FieldDrift, 'verdict'>[],
  rule: DriftRequest['rule'],
): 'drift' | 'no_drift' | 'not_judged' {
  const drifted = fields.filter(({ verdict }) => verdict === 'drift').length
  const judged = drifted + fields.filter(({ verdict }) => verdict === 'no_drift').length
  if (judged === 0) return 'not_judged'
  const least = rule === 'evidently' ? EVIDENTLY_DRIFT_SHARE * judged : 1
  return drifted >= least ? 'drift' : 'no_drift'
}

function noticeable(baseline: number, window: number): string | null {
  if (Math.min(baseline, window) < SIZE_AWARE_RULE.leastRows) return null
  return noticeableSentence(window, detectableShift(baseline, window))
}
