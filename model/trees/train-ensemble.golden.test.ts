import { describe, expect, it } from 'vitest'
import { createRandom } from '../pipeline/random.ts'
import { logLoss } from '../statistics/log-loss.ts'
import { rocAuc } from '../statistics/roc-auc.ts'
import { evaluateEnsemble, evaluateProbability } from './evaluate-ensemble.ts'
import { makeGoldenRows } from './golden/golden-rows.ts'
import { trainEnsemble } from './train-ensemble.ts'
import golden from './xgboost.golden.json' with { type: 'json' }

type GoldenCase = (typeof golden.cases)[number]

function trainAndHoldOut({ rows, parameters }: GoldenCase) {
  const { matrix, labels } = makeGoldenRows(rows.count, rows.seed, rows.kind === 'discrete')
  const part = (from: number, to: number) => ({
    matrix: {
      rows: to - from,
      columns: matrix.columns,
      data: matrix.data.subarray(from * matrix.columns, to * matrix.columns),
    },
    labels: labels.subarray(from, to),
  })
  const split = rows.count - golden.holdoutRows
  const { ensemble } = trainEnsemble({ ...part(0, split), parameters, random: createRandom(1).next })
  const holdout = part(split, rows.count)
  return {
    logOdds: evaluateEnsemble(ensemble, holdout.matrix),
    scores: evaluateProbability(ensemble, holdout.matrix),
    labels: holdout.labels,
  }
}

describe.each(golden.cases)('trained like XGBoost, $name', (goldenCase) => {
  const { logOdds, scores, labels } = trainAndHoldOut(goldenCase)
  const { auc, logLoss: loss, logOdds: goldenLogOdds } = goldenCase.xgboost

  it('ranks hold-out rows as well', () => {
    expect(Math.abs(rocAuc(scores, labels) - auc)).toBeLessThan(0.005)
  })

  it('is as sure of them', () => {
    expect(Math.abs(logLoss(scores, labels) - loss)).toBeLessThan(0.005)
  })

  // Where nothing is drawn and no column needs quantiles, both must grow the same trees.
  if (goldenLogOdds !== undefined) {
    it('gives the very same log-odds', () => {
      const largest = Math.max(...goldenLogOdds.map((golden, row) => Math.abs(golden - (logOdds[row] ?? 0))))
      expect(largest).toBeLessThan(2e-5)
    })
  }
})
