import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import anderson from '../../../../model/statistics/golden/drift/anderson_darling.json' with { type: 'json' }
import chiSquare from '../../../../model/statistics/golden/drift/chi_square.json' with { type: 'json' }
import cramerVonMises from '../../../../model/statistics/golden/drift/cramer_von_mises.json' with {
  type: 'json',
}
import energy from '../../../../model/statistics/golden/drift/energy.json' with { type: 'json' }
import fisher from '../../../../model/statistics/golden/drift/fisher.json' with { type: 'json' }
import gTest from '../../../../model/statistics/golden/drift/g_test.json' with { type: 'json' }
import hellinger from '../../../../model/statistics/golden/drift/hellinger.json' with { type: 'json' }
import jensenShannon from '../../../../model/statistics/golden/drift/jensen_shannon.json' with {
  type: 'json',
}
import kl from '../../../../model/statistics/golden/drift/kl.json' with { type: 'json' }
import ks from '../../../../model/statistics/golden/drift/ks.json' with { type: 'json' }
import mannWhitney from '../../../../model/statistics/golden/drift/mann_whitney.json' with { type: 'json' }
import psi from '../../../../model/statistics/golden/drift/psi.json' with { type: 'json' }
import tTest from '../../../../model/statistics/golden/drift/t_test.json' with { type: 'json' }
import tvd from '../../../../model/statistics/golden/drift/tvd.json' with { type: 'json' }
import wasserstein from '../../../../model/statistics/golden/drift/wasserstein.json' with { type: 'json' }
import zTest from '../../../../model/statistics/golden/drift/z_test.json' with { type: 'json' }
import { goldenNumber, readGolden } from '../../../../model/statistics/golden/read-golden.ts'
import { relativeError } from '../../../../model/statistics/golden/relative-error.ts'
import type { NamedTest } from '../../../contract/drift.ts'
import { categorySamples, numberSamples } from './field-samples.ts'
import { readGoldenFields } from './fixtures/golden-fields.ts'
import { judgeByNamedTest } from './judge-by-named-test.ts'
import { isDrift, NAMED_TESTS } from './named-tests.ts'

const fieldOf = readGoldenFields()
const caseSchema = z.union([
  z.object({ id: z.string(), error: z.string() }),
  z.object({ id: z.string(), score: goldenNumber, drift: z.boolean() }),
  z.object({ id: z.string(), p: goldenNumber, drift: z.boolean() }),
])
const files: readonly (readonly [NamedTest, { readonly cases: unknown }])[] = [
  ['ks', ks],
  ['z', zTest],
  ['chisquare', chiSquare],
  ['jensenshannon', jensenShannon],
  ['wasserstein', wasserstein],
  ['psi', psi],
  ['kl_div', kl],
  ['hellinger', hellinger],
  ['t_test', tTest],
  ['mannw', mannWhitney],
  ['anderson', anderson],
  ['cramer_von_mises', cramerVonMises],
  ['ed', energy],
  ['g_test', gTest],
  ['fisher_exact', fisher],
]

describe('judgeByNamedTest', () => {
  test.each(files)('%s: score and verdict of every golden pair', (name, file) => {
    for (const expected of readGolden(file, caseSchema)) {
      const { id } = expected
      const { score, verdict } = judgeByNamedTest(fieldOf(id), name, undefined, false)
      if ('drift' in expected) {
        expect(verdict, id).toBe(expected.drift ? 'drift' : 'no_drift')
        // That it is the right number; how near it must be is the matter of the statistic's own test.
        const right = 'p' in expected ? expected.p : expected.score
        expect(relativeError(score ?? 0, right, 1e-6), id).toBeLessThanOrEqual(1e-9)
      } else if (expected.error === 'empty') expect([score, verdict], id).toEqual([null, 'no_data'])
      // Fisher's test does not ask for samples of one size: that is Evidently's way of calling it.
      else if (expected.error === 'sizes differ') expect(score, id).toBeGreaterThan(0)
      else expect([score, verdict], id).toEqual([Number.NaN, 'no_drift'])
    }
  })

  test('TVD: by a p that agrees with many splits wherever chance does not decide', () => {
    const schema = z.union([
      z.object({ id: z.string(), error: z.literal('empty') }),
      z.object({ id: z.string(), p_sampled: z.number() }),
    ])
    for (const expected of readGolden(tvd, schema)) {
      const { id } = expected
      const { score, verdict } = judgeByNamedTest(fieldOf(id), 'TVD')
      if ('error' in expected) {
        expect(verdict, id).toBe('no_data')
        continue
      }
      const p = expected.p_sampled
      expect(Math.abs((score ?? Number.NaN) - p), id).toBeLessThan(
        0.002 + 5 * Math.sqrt((p * (1 - p)) / 1000),
      )
      if (Math.abs(p - 0.1) > 0.05) expect(verdict, id).toBe(p < 0.1 ? 'drift' : 'no_drift')
    }
  })

  test('a test for the other kind of field is not run when somebody names it', () => {
    const numbers = numberSamples('n', Float64Array.of(1, 2, 3), Float64Array.of(1, 2))
    const words = categorySamples('c', ['a', 'b'], [0, 1], [0])
    for (const [name, { kinds }] of Object.entries(NAMED_TESTS))
      for (const field of [numbers, words]) {
        const { reason, verdict } = judgeByNamedTest(field, z.custom<NamedTest>().parse(name))
        expect(reason).toBe(kinds.includes(field.kind) ? null : 'test_is_for_other_kind')
        expect(verdict === 'not_judged').toBe(reason !== null)
      }
  })

  test("Fisher's test takes samples of different sizes, but no third level", () => {
    const two = categorySamples('two', ['a', 'unused', 'b'], [0, 0, 0, 0, 0, 0], [2, 2, 2, 2])
    expect(judgeByNamedTest(two, 'fisher_exact').score).toBeCloseTo(1 / 210, 12)
    const three = categorySamples('three', ['a', 'b', 'c'], [0, 1, 2], [0, 1])
    expect(judgeByNamedTest(three, 'fisher_exact')).toMatchObject({ score: Number.NaN, verdict: 'no_drift' })
    expect(judgeByNamedTest(three, 'z').score).toBeNaN()
  })

  test('a side without rows is no data', () => {
    expect(judgeByNamedTest(numberSamples('n', new Float64Array(), Float64Array.of(1)), 'ks').verdict).toBe(
      'no_data',
    )
  })
})

describe('NAMED_TESTS', () => {
  // The table of drift.md, section 1.4.
  test('thresholds and comparisons are Evidently’s', () => {
    const symbols = { below: '<', atMost: '<=', atLeast: '>=', above: '>' }
    expect(
      Object.entries(NAMED_TESTS).map(
        ([name, { driftWhen, threshold }]) => `${name} ${symbols[driftWhen]} ${threshold}`,
      ),
    ).toEqual([
      'ks <= 0.05',
      'z < 0.05',
      'chisquare < 0.05',
      'jensenshannon >= 0.1',
      'wasserstein >= 0.1',
      'psi >= 0.1',
      'kl_div >= 0.1',
      'hellinger >= 0.1',
      't_test < 0.05',
      'mannw < 0.05',
      'anderson < 0.1',
      'cramer_von_mises <= 0.1',
      'ed > 0.1',
      'g_test < 0.1',
      'fisher_exact < 0.1',
      'TVD < 0.1',
    ])
  })

  test('the comparisons differ at the threshold itself, and NaN is never drift', () => {
    const at = (score: number) =>
      (['below', 'atMost', 'atLeast', 'above'] as const).map((when) => isDrift(when, score, 0.1))
    expect(at(0.1)).toEqual([false, true, true, false])
    expect(at(0.09)).toEqual([true, true, false, false])
    expect(at(0.11)).toEqual([false, false, true, true])
    expect(at(Number.NaN)).toEqual([false, false, false, false])
  })
})
