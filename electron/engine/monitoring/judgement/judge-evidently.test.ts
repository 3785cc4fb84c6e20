import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import datasets from '../../../../model/statistics/golden/drift/datasets.json' with { type: 'json' }
import decisions from '../../../../model/statistics/golden/drift/decisions.json' with { type: 'json' }
import { readCategoricalPairs } from '../../../../model/statistics/golden/read-categorical-pairs.ts'
import { goldenNumber, readGolden } from '../../../../model/statistics/golden/read-golden.ts'
import { readNumericPairs } from '../../../../model/statistics/golden/read-numeric-pairs.ts'
import { relativeError } from '../../../../model/statistics/golden/relative-error.ts'
import { defaultTest } from './default-test.ts'
import { categorySamples, type FieldSamples, numberSamples } from './field-samples.ts'
import { judgeEvidently } from './judge-evidently.ts'

const fields = new Map<string, FieldSamples>()
for (const { id, reference, current } of readNumericPairs().values())
  fields.set(id, numberSamples(id, reference, current))
for (const { id, levels, reference, current } of readCategoricalPairs().values())
  fields.set(id, {
    kind: 'category',
    name: id,
    levels,
    reference,
    window: current,
    missing: { reference: 0, window: 0 },
  })
const fieldOf = (id: string) => {
  const field = fields.get(id)
  if (!field) throw new Error(id)
  return field
}
const judged = readGolden(
  decisions,
  z.object({
    id: z.string(),
    error: z.literal('empty').optional(),
    n_unique: z.number().optional(),
    test: z.string().optional(),
    threshold: z.number().optional(),
    score: goldenNumber.optional(),
    drift: z.boolean().optional(),
  }),
)

describe('judgeEvidently', () => {
  test(`picks Evidently's test, score and verdict for ${judged.length} fields`, () => {
    expect(judged.length).toBeGreaterThan(200)
    for (const { id, error, n_unique: distinct, test, threshold, score, drift } of judged) {
      const field = fieldOf(id)
      const [judgement] = judgeEvidently([field]).fields
      if (error === 'empty') {
        expect(judgement, id).toMatchObject({ verdict: 'no_data', score: null })
        continue
      }
      expect(defaultTest(field).distinct, id).toBe(distinct)
      expect(judgement, id).toMatchObject({ test, threshold, verdict: drift ? 'drift' : 'no_drift' })
      // The tolerances of the statistics themselves: of a p by 2 (1 - cdf) only the absolute one means anything.
      expect(
        relativeError(judgement?.score ?? Number.NaN, score ?? Number.NaN, test === 'z' ? 1e-15 : 1e-300),
        id,
      ).toBeLessThanOrEqual(1e-9)
    }
  })

  const reports = readGolden(
    datasets,
    z.object({
      columns: z.array(z.string()),
      drifted: z.number(),
      share: z.number(),
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
