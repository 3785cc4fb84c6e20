import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../pipeline/random.ts'
import type { Ensemble, Tree } from './ensemble.ts'
import { evaluateEnsemble, evaluateProbability } from './evaluate-ensemble.ts'
import { featureGain } from './feature-gain.ts'
import { foldCalibration } from './fold-calibration.ts'
import { makeGoldenRows } from './golden/golden-rows.ts'
import { sigmoid } from './sigmoid.ts'
import { trainEnsemble } from './train-ensemble.ts'
import { defaultTrainingParameters } from './training-parameters.ts'

const stump: Tree = {
  feature: Int32Array.of(1, -1, -1),
  threshold: Float32Array.of(0.1, 0, 0),
  left: Int32Array.of(1, 0, 0),
  right: Int32Array.of(2, 0, 0),
  missingLeft: Uint8Array.of(1, 0, 0),
  value: Float32Array.of(0, 2, 3),
  cover: Float32Array.of(10, 4, 6),
  gain: Float32Array.of(7, 0, 0),
}
const ensemble: Ensemble = { featureCount: 2, base: 0.5, trees: [stump, stump] }
const logOddsOf = (x: number, trees = ensemble) =>
  evaluateEnsemble(trees, { rows: 1, columns: 2, data: Float32Array.of(0, x) })[0]

describe('evaluateEnsemble', () => {
  it('goes left below the threshold, right at it and above', () => {
    expect(logOddsOf(0)).toBe(4.5)
    expect(logOddsOf(0.1)).toBe(6.5)
    expect(logOddsOf(1)).toBe(6.5)
  })

  it('sends a missing value where the node says', () => {
    expect(logOddsOf(Number.NaN)).toBe(4.5)
    const other = { ...ensemble, trees: [{ ...stump, missingLeft: new Uint8Array(3) }] }
    expect(logOddsOf(Number.NaN, other)).toBe(3.5)
  })

  it('gives the base where there are no trees', () => {
    expect(logOddsOf(1, { ...ensemble, trees: [] })).toBe(0.5)
  })

  it('adds up in float32', () => {
    const small = { ...stump, value: Float32Array.of(0, 2 ** -30, 2 ** -30) }
    const large = { ...stump, value: Float32Array.of(0, 1, 1) }
    expect(logOddsOf(0, { ...ensemble, base: -1, trees: [large, small] })).toBe(0)
    expect(logOddsOf(0, { ...ensemble, base: 0, trees: [small, small] })).toBe(2 ** -29)
  })

  it('becomes a probability by the sigmoid', () => {
    expect([...evaluateProbability(ensemble, { rows: 1, columns: 2, data: Float32Array.of(0, 0) })]).toEqual([
      sigmoid(4.5),
    ])
    expect([sigmoid(0), sigmoid(-Infinity), sigmoid(Infinity), sigmoid(-800)]).toEqual([0.5, 0, 1, 0])
  })
})

describe('foldCalibration', () => {
  it('gives the calibrated log-odds of every row', () => {
    const { matrix, labels } = makeGoldenRows(300, 2, false)
    const parameters = { ...defaultTrainingParameters, treeCount: 20 }
    const trained = trainEnsemble({ matrix, labels, parameters, random: createRandom(4).next }).ensemble
    const before = evaluateEnsemble(trained, matrix)
    const number = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(number, number, (slope, intercept) => {
        evaluateEnsemble(foldCalibration(trained, { slope, intercept }), matrix).forEach((logOdds, row) => {
          expect(logOdds).toBeCloseTo(slope * (before[row] ?? 0) + intercept, 4)
        })
      }),
      { numRuns: 20 },
    )
  })
})

describe('featureGain', () => {
  it('adds up the gains of the splits on each feature', () => {
    expect([...featureGain(ensemble)]).toEqual([0, 14])
  })
})
