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

/** What is said of a measure. */
export interface JudgedMeasure {
  readonly verdict: FieldVerdict
  readonly statistic: DriftStatistic | null
}

/** Judges the measures of a report, one after the other; what is kept of each is small, whatever its samples. */
export interface Judging {
  /** Looks at a measure. What is said is its verdict, or that it may yet be drift: that depends on the others. */
  look(measured: ComparedMeasure): FieldVerdict | 'maybe_drift'
  /** Of all measures looked at, in their order. */
  judge(): readonly JudgedMeasure[]
}

/** Begins a judgement by the rule of a request. */
export function createJudging({ rule, tests = {} }: Pick<DriftRequest, 'rule' | 'tests'>): Judging {
  const keys: string[] = []
  const judged = new Map<string, JudgedMeasure>()
  const looked: LookedAtField[] = []
  const settle = (key: string, one: JudgedMeasure) => {
    judged.set(key, one)
    return one.verdict
  }
  return {
    look({ key, field, measure, samples }) {
      keys.push(key)
      const test = tests[field.name]
      if (test !== undefined) return settle(key, byTest(judgeByChosenTest(field, measure, samples, test)))
      if (rule === 'size-aware') {
        const one = lookAtField(samples)
        looked.push(one)
        return one.p === null ? 'no_drift' : 'maybe_drift'
      }
      if (measure !== 'value') return settle(key, { verdict: 'text', statistic: null })
      const [one] = judgeEvidently([samples]).fields
      return one ? settle(key, byTest(one)) : 'no_data'
    },
    judge() {
      for (const field of judgeLookedAt(looked).fields) judged.set(field.name, bySize(field))
      return keys.map((key) => judged.get(key) ?? { verdict: 'no_data', statistic: null })
    },
  }
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
