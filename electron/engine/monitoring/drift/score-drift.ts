/** Scores of a window against the baseline's: the one number that sums up what the model was given. */
import type { Manifest } from '../../../../model/bundle/manifest.ts'
import { ksTest } from '../../../../model/statistics/ks-test.ts'
import { poolSamples } from '../../../../model/statistics/pool-samples.ts'
import type { DriftRule, FieldVerdict, ScoreDrift } from '../../../contract/drift.ts'
import { decideBand } from '../../scoring/decide-label.ts'
import { SIZE_AWARE_RULE } from '../judgement/size-aware-rule.ts'
import { sortedNumbers } from './compared-measure.ts'
import { numberDistribution } from './distributions.ts'
import type { Compared } from './field-findings.ts'
import { shareWords } from './value-words.ts'

/** What scores are compared. */
export interface ScoresCompared {
  readonly baseline: Float32Array
  readonly window: Float32Array
  /** Share of the baseline's leads that did what the model predicts; null where that is not known. */
  readonly observed: number | null
}

/** The rule for scores: a p above this is chance. */
export const SCORE_DRIFT_P = 0.01
/**
 * Nor is a smaller difference drift under the size-aware rule, however sure: among 100,000 leads every difference is
 * certain, and one tenth of the leads in another place is the least that changes whom to call.
 */
export const SCORE_DRIFT_DISTANCE = 0.1

const BANDS = ['hot', 'warm', 'cold'] as const
const SCORE_EDGES = Array.from({ length: 21 }, (_, i) => i / 20)

/** Compares scores; neither side is empty. */
export function compareScores(
  { baseline, window, observed }: ScoresCompared,
  { bands, target }: Pick<Manifest, 'bands' | 'target'>,
  rule: DriftRule,
  { baselineName }: Pick<Compared, 'baselineName'>,
): ScoreDrift {
  const samples = sortedNumbers('score', baseline, window)
  if (samples.kind !== 'number') throw new TypeError('scores are numbers')
  const { distance, p } = ksTest(poolSamples(samples.reference, samples.window))
  const expected = { baseline: mean(samples.reference), window: mean(samples.window) }
  const verdict = judge(Math.min(baseline.length, window.length), p, distance, rule)
  return {
    verdict,
    statistic: {
      name: 'Kolmogorov-Smirnov distance',
      value: distance,
      // As with fields: under the size-aware rule the distance is what is shown against a limit.
      ...(rule === 'size-aware'
        ? { threshold: SCORE_DRIFT_DISTANCE, judgedBy: 'value' }
        : { threshold: SCORE_DRIFT_P, judgedBy: 'p' }),
      p,
      adjustedP: null,
    },
    sentence: sentence(verdict, expected, observed, target, baselineName),
    distribution: numberDistribution(samples, SCORE_EDGES),
    bands: BANDS.map((band) => {
      const share = (scores: Float64Array) => {
        let count = 0
        for (const score of scores) if (decideBand(score, bands) === band) count += 1
        return count / scores.length
      }
      return { band, baseline: share(samples.reference), window: share(samples.window) }
    }),
    expected,
    observedInBaseline: observed,
  }
}

function judge(leads: number, p: number, distance: number, rule: DriftRule): FieldVerdict {
  if (leads < SIZE_AWARE_RULE.leastRows) return 'not_judged'
  if (!(p <= SCORE_DRIFT_P)) return 'no_drift'
  return rule === 'evidently' || distance >= SCORE_DRIFT_DISTANCE ? 'drift' : 'no_drift'
}

function sentence(
  verdict: FieldVerdict,
  expected: { readonly baseline: number; readonly window: number },
  observed: number | null,
  target: Manifest['target'],
  baselineName: string,
): string {
  const did = observed === null ? '' : `, and it came true for ${shareWords(observed)} of them`
  const numbers =
    `The average chance (${target.sentence}) is ${shareWords(expected.window)}; ` +
    `in ${baselineName} it is ${shareWords(expected.baseline)}${did}.`
  switch (verdict) {
    case 'drift':
      return `${numbers} Scores are spread differently.`
    case 'no_drift':
      return `${numbers} Scores are spread much alike.`
    default:
      return numbers
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
