import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import datasets from '../../../../model/statistics/golden/drift/datasets.json' with { type: 'json' }
import decisions from '../../../../model/statistics/golden/drift/decisions.json' with { type: 'json' }
import { readGolden } from '../../../../model/statistics/golden/read-golden.ts'
import { relativeError } from '../../../../model/statistics/golden/relative-error.ts'
import { defaultTest } from './default-test.ts'
import { categorySamples, numberSamples } from './field-samples.ts'
import { readGoldenFields } from './fixtures/golden-fields.ts'
import { EVIDENTLY_DRIFT_SHARE, judgeEvidently } from './judge-evidently.ts'

const fieldOf = readGoldenFields()
const columns = readGolden(
  decisions,
  z.union([
    z.object({ id: z.string(), error: z.literal('empty') }),
    z.object({
      id: z.string(),
      kind: z.enum(['num', 'cat']),
      n_ref: z.number(),
      n_cur: z.number(),
      n_unique: z.number(),
      test: z.string(),
      threshold: z.number(),
      score: z.number(),
      drift: z.boolean(),
    }),
  ]),
)
/** How far off a score may be: relative to it, and where it is near 0. */
const tolerances: Readonly<Record<string, readonly [number, number]>> = {
  ks: [1e-12, 1e-300],
  wasserstein: [1e-12, 1e-300],
  chisquare: [1e-10, 1e-300],
  jensenshannon: [1e-9, 1e-9],
  // A p by 2 (1 - cdf) has no more digits than those of 1.
  z: [0, 1e-15],
}

describe('judgeEvidently', () => {
  test(`picks Evidently's test, score and verdict for ${columns.length} fields`, () => {
    for (const expected of columns) {
      const { id } = expected
      const field = fieldOf(id)
      const [judgement] = judgeEvidently([field]).fields
      if ('error' in expected) {
        expect(judgement, id).toMatchObject({ verdict: 'no_data', score: null })
        continue
      }
      const { kind, test, threshold, n_ref: referenceRows, n_cur: windowRows, drift } = expected
      expect(field.kind, id).toBe(kind === 'num' ? 'number' : 'category')
      expect(defaultTest(field), id).toEqual({ test, distinct: expected.n_unique })
      const verdict = drift ? 'drift' : 'no_drift'
      expect(judgement, id).toMatchObject({ test, threshold, verdict, referenceRows, windowRows })
      const [relative, absolute] = tolerances[test] ?? [0, 0]
      const error = relativeError(judgement?.score ?? Number.NaN, expected.score, absolute)
      expect(error, id).toBeLessThanOrEqual(relative)
    }
  })

  const reports = readGolden(
    datasets,
    z.object({
      columns: z.array(z.string()),
      drifted: z.number(),
      share: z.number(),
      drift_share: z.literal(EVIDENTLY_DRIFT_SHARE),
      dataset_drift: z.boolean(),
    }),
  )
  test(`judges ${reports.length} whole reports as Evidently does`, () => {
    for (const { columns, drifted, share, dataset_drift: drift } of reports)
      expect(judgeEvidently(columns.map(fieldOf))).toMatchObject({
        drifted,
        share,
        verdict: drift ? 'drift' : 'no_drift',
      })
  })

  test('half of the fields is enough', () => {
    const moved = numberSamples(
      'moved',
      Float64Array.of(1, 2, 3, 4, 5, 6),
      Float64Array.of(11, 12, 13, 14, 15),
    )
    const same = numberSamples('same', Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(1, 2, 3, 4, 5, 6))
    expect(judgeEvidently([moved, same])).toMatchObject({ share: 0.5, verdict: 'drift' })
    expect(judgeEvidently([moved, same, same])).toMatchObject({ verdict: 'no_drift' })
  })

  test('an empty field says so, and the others go on', () => {
    const empty = numberSamples('empty', Float64Array.of(1, 2), Float64Array.of(Number.NaN))
    const unseen = categorySamples('unseen', ['a', 'b', 'c'], [0, 1, 0, 1], [2, 2])
    const report = judgeEvidently([empty, unseen])
    expect(report.fields.map(({ verdict }) => verdict)).toEqual(['no_data', 'drift'])
    expect(report.share).toBe(1)
    expect(judgeEvidently([empty])).toMatchObject({ verdict: 'no_data', drifted: 0 })
  })

  test('the choice for a field goes before that for its kind, that before the one for all', () => {
    const one = numberSamples('one', Float64Array.of(1, 2, 3, 4, 5, 6), Float64Array.of(2, 3, 4))
    const two = { ...one, name: 'two' }
    const kind = categorySamples('kind', ['a', 'b'], [0, 1, 1], [0, 1])
    const report = judgeEvidently([one, two, kind], {
      tests: { fields: { one: 'hellinger' }, number: 'psi', all: 'jensenshannon' },
      thresholds: { fields: { one: 3 }, category: 2 },
    })
    expect(report.fields.map(({ test, threshold }) => [test, threshold])).toEqual([
      ['hellinger', 3],
      ['psi', 0.1],
      ['jensenshannon', 2],
    ])
  })
})
