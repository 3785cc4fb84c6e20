/** Verdicts on all measures of a report, by the rule in use and the tests chosen instead. */
import type { Field } from '../../../../model/bundle/field.ts'
import type {
  DriftRequest,
  DriftStatistic,
  FieldVerdict,
  Measure,
  NamedTest,
} from '../../../contract/drift.ts'
import { refuse } from '../../../contract/result.ts'
import type { FieldSamples } from '../judgement/field-samples.ts'
import { type JudgedByTest, judgeByNamedTest } from '../judgement/judge-by-named-test.ts'
import { judgeEvidently } from '../judgement/judge-evidently.ts'
import { judgeLookedAt, type SizeAwareField } from '../judgement/judge-size-aware.ts'
import { type LookedAtField, lookAtField } from '../judgement/look-at-field.ts'
import { NAMED_TESTS } from '../judgement/named-tests.ts'
import { SIZE_AWARE_RULE } from '../judgement/size-aware-rule.ts'
import type { ComparedMeasure } from './compared-measure.ts'
import type { Pause } from './pause.ts'

/** What is said of a measure. */
export interface JudgedMeasure {
  readonly verdict: FieldVerdict
  readonly statistic: DriftStatistic | null
}

/** Judges measures; in their order. null when `pause` says that nobody wants to know any more. */
export async function judgeMeasures(
  measures: readonly ComparedMeasure[],
  { rule, tests = {} }: Pick<DriftRequest, 'rule' | 'tests'>,
  pause: Pause,
): Promise<readonly JudgedMeasure[] | null> {
  const judged = new Map<string, JudgedMeasure>()
  const looked: LookedAtField[] = []
  for (const { key, field, measure, samples } of measures) {
    const test = tests[field.name]
    if (test !== undefined) judged.set(key, byTest(judgeByChosenTest(field, measure, samples, test)))
    else if (rule === 'size-aware') looked.push(lookAtField(samples))
    else if (measure !== 'value') judged.set(key, { verdict: 'text', statistic: null })
    else for (const one of judgeEvidently([samples]).fields) judged.set(key, byTest(one))
    if (await pause()) return null
  }
  for (const field of judgeLookedAt(looked).fields) judged.set(field.name, bySize(field))
  return measures.map(({ key }) => judged.get(key) ?? { verdict: 'no_data', statistic: null })
}

function judgeByChosenTest(
  field: Field,
  measure: Measure,
  samples: FieldSamples,
  test: NamedTest,
): JudgedByTest {
  const judged = measure === 'value' ? judgeByNamedTest(samples, test) : null
  if (judged === null || judged.reason === 'test_is_for_other_kind') {
    refuse(
      'test_not_for_field',
      `The ${NAMED_TESTS[test].label} cannot judge ${field.label}, which is a ${field.type} field.`,
      'Choose another test for it, or none.',
      { field: field.name, test },
    )
  }
  return judged
}

function byTest({ verdict, test, threshold, score, referenceRows, windowRows }: JudgedByTest): JudgedMeasure {
  if (verdict === 'no_data') return { verdict, statistic: null }
  const few = Math.min(referenceRows, windowRows) < SIZE_AWARE_RULE.leastRows
  const { label, judgedBy } = NAMED_TESTS[test]
  return {
    verdict: few ? 'not_judged' : verdict,
    statistic:
      score === null || !Number.isFinite(score)
        ? null
        : {
            name: label,
            value: score,
            threshold,
            judgedBy,
            p: judgedBy === 'p' ? score : null,
            adjustedP: null,
          },
  }
}

function bySize({ verdict, statistic, p, adjustedP }: SizeAwareField): JudgedMeasure {
  return {
    verdict,
    statistic:
      statistic === null || !Number.isFinite(statistic.value)
        ? null
        : {
            name: statistic.name,
            value: statistic.value,
            threshold: statistic.floor,
            judgedBy: 'value',
            p,
            adjustedP,
          },
  }
}
