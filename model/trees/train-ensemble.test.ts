import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom } from '../pipeline/random.ts'
import type { Tree } from './ensemble.ts'
import { evaluateEnsemble, evaluateProbability } from './evaluate-ensemble.ts'
import { makeGoldenRows } from './golden/golden-rows.ts'
import { logisticLoss } from './logistic-loss.ts'
import { type LabelledMatrix, type TrainingOptions, trainEnsemble } from './train-ensemble.ts'
import { defaultTrainingParameters, type TrainingParameters } from './training-parameters.ts'

const data = makeGoldenRows(400, 5, false)
const quick = {
  ...defaultTrainingParameters,
  treeCount: 15,
  maxDepth: 3,
  learningRate: 0.3,
  minChildWeight: 1,
}

function train(
  parameters: Partial<TrainingParameters> = {},
  options: Partial<TrainingOptions> = {},
  seed = 1,
) {
  return trainEnsemble({
    ...data,
    parameters: { ...quick, ...parameters },
    random: createRandom(seed).next,
    ...options,
  })
}

function oneColumn(values: readonly number[], labels: readonly number[]): LabelledMatrix {
  return {
    matrix: { rows: values.length, columns: 1, data: Float32Array.from(values) },
    labels: Uint8Array.from(labels),
  }
}

function depthOf(tree: Tree, node = 0): number {
  if (tree.feature[node] === -1) return 0
  return 1 + Math.max(depthOf(tree, tree.left[node]), depthOf(tree, tree.right[node]))
}

const someParameters = fc.record({
  maxDepth: fc.integer({ min: 1, max: 5 }),
  minChildWeight: fc.constantFrom(0, 1, 6),
  gamma: fc.constantFrom(0, 0.4, 3),
  lambda: fc.constantFrom(0.5, 2),
  alpha: fc.constantFrom(0, 0.5),
  subsample: fc.constantFrom(0.5, 1),
  columnSample: fc.constantFrom(0.3, 1),
  positiveWeight: fc.constantFrom(1, 3),
  maxBins: fc.constantFrom(2, 16, 255),
})

describe('trainEnsemble', () => {
  it('lowers the training loss with every tree', () => {
    const { ensemble } = train({ subsample: 1, treeCount: 30 })
    const losses = [...ensemble.trees.keys()].map((count) =>
      logisticLoss(
        evaluateEnsemble({ ...ensemble, trees: ensemble.trees.slice(0, count) }, data.matrix),
        data.labels,
      ),
    )
    losses.slice(1).forEach((loss, tree) => {
      expect(loss).toBeLessThan(losses[tree] ?? 0)
    })
  })

  it('gives the same ensemble for the same random numbers, another for others', () => {
    expect(train({}, {}, 8)).toEqual(train({}, {}, 8))
    expect(train({}, {}, 8)).not.toEqual(train({}, {}, 9))
  })

  it('does not care for the order of rows', () => {
    const { columns, rows } = data.matrix
    const order = [...data.labels.keys()].map((row) => (row * 7) % rows)
    const shuffled = {
      matrix: {
        rows,
        columns,
        data: Float32Array.from(
          order.flatMap((row) => [...data.matrix.data.subarray(row * columns, (row + 1) * columns)]),
        ),
      },
      labels: Uint8Array.from(order, (row) => data.labels[row] ?? 0),
    }
    expect(train({ subsample: 1 }, shuffled)).toEqual(train({ subsample: 1 }))
  })

  it('keeps to its rules in every tree', () => {
    fc.assert(
      fc.property(someParameters, fc.integer(), (parameters, seed) => {
        for (const tree of train({ ...parameters, treeCount: 4 }, {}, seed).ensemble.trees) {
          expect(depthOf(tree)).toBeLessThanOrEqual(parameters.maxDepth)
          tree.feature.forEach((feature, node) => {
            const at = (list: Float32Array, index: number | undefined) => list[index ?? -1] ?? Number.NaN
            if (node > 0) expect(at(tree.cover, node)).toBeGreaterThanOrEqual(parameters.minChildWeight)
            if (feature === -1) return
            expect(at(tree.gain, node)).toBeGreaterThanOrEqual(Math.fround(parameters.gamma))
            const children = at(tree.cover, tree.left[node]) + at(tree.cover, tree.right[node])
            expect(at(tree.cover, node) / children).toBeCloseTo(1, 5)
          })
        }
      }),
      { numRuns: 40 },
    )
  })

  it('numbers the nodes of a tree depth first', () => {
    for (const tree of train().ensemble.trees) {
      tree.feature.forEach((feature, node) => {
        if (feature === -1) return
        expect(tree.left[node]).toBe(node + 1)
        expect(tree.right[node]).toBeGreaterThan(node + 1)
      })
    }
  })

  it('learns where missing values belong', () => {
    const values = [1, 2, 3, 4, Number.NaN, Number.NaN, Number.NaN, Number.NaN]
    const parameters = { minChildWeight: 0, subsample: 1, columnSample: 1 }
    for (const [labels, expected] of [
      [[0, 0, 1, 1, 1, 1, 1, 1], 1],
      [[0, 0, 1, 1, 0, 0, 0, 0], 0],
    ] as const) {
      const rows = oneColumn(values, labels)
      const score = evaluateProbability(train(parameters, rows).ensemble, rows.matrix)[4] ?? 0.5
      expect(Math.abs(score - expected)).toBeLessThan(0.3)
    }
  })

  it('can tell present from missing where the values themselves say nothing', () => {
    const rows = oneColumn([5, 5, 5, Number.NaN, Number.NaN, Number.NaN], [1, 1, 1, 0, 0, 0])
    const { ensemble } = train({ minChildWeight: 0, subsample: 1, columnSample: 1 }, rows)
    const unseen = { rows: 3, columns: 1, data: Float32Array.of(1e30, -1e30, Number.NaN) }
    const [high = 0, low = 0, missing = 1] = evaluateProbability(ensemble, unseen)
    expect(Math.min(high, low)).toBeGreaterThan(0.7)
    expect(missing).toBeLessThan(0.3)
  })

  it('weighs a positive row as if it stood there several times', () => {
    const tripled = oneColumn([1, 2, 2, 3, 3, 3, 4, 4, 4, 4], [0, 0, 0, 1, 1, 1, 0, 1, 1, 1])
    const single = oneColumn([1, 2, 2, 3, 4, 4], [0, 0, 0, 1, 0, 1])
    const parameters = { subsample: 1, columnSample: 1, minChildWeight: 0.1 }
    const logOdds = (rows: LabelledMatrix, positiveWeight: number) =>
      evaluateEnsemble(train({ ...parameters, positiveWeight }, rows).ensemble, single.matrix)
    const weighted = logOdds(single, 3)
    logOdds(tripled, 1).forEach((z, row) => {
      expect(weighted[row]).toBeCloseTo(z, 5)
    })
  })

  it('starts from the share of positives, or from the base score it is given', () => {
    const positives = data.labels.reduce((sum, label) => sum + label, 0)
    expect(train().ensemble.base).toBeCloseTo(Math.log(positives / (data.labels.length - positives)), 5)
    expect(train({ baseScore: 0.5 }).ensemble.base).toBe(0)
  })
})

describe('stopping', () => {
  it('keeps the trees up to the lowest validation loss when that does not fall any more', () => {
    const validation = { ...makeGoldenRows(300, 6, false), patience: 5 }
    const { ensemble, validationLosses, ended } = train({ treeCount: 200 }, { earlyStopping: validation })
    const lowest = Math.min(...validationLosses)
    expect(ended).toBe('early-stopping')
    expect(validationLosses.length).toBe(ensemble.trees.length + 5)
    expect(validationLosses[ensemble.trees.length - 1]).toBe(lowest)
    expect(logisticLoss(evaluateEnsemble(ensemble, validation.matrix), validation.labels)).toBeCloseTo(
      lowest,
      5,
    )
  })

  it('ends with the trees grown so far when asked to, and tells its progress', () => {
    const progress: number[] = []
    const { ensemble, ended } = train(
      {},
      { shouldStop: () => progress.length === 4, onProgress: (treesDone) => progress.push(treesDone) },
    )
    expect(ended).toBe('stopped')
    expect(ensemble.trees.length).toBe(4)
    expect(progress).toEqual([1, 2, 3, 4])
  })
})

describe('rows that no caller should pass', () => {
  it.each([
    ['one outcome only', oneColumn([1, 2], [1, 1]), /both outcomes/],
    ['no rows', oneColumn([], []), /both outcomes/],
    ['labels missing', oneColumn([1, 2, 3], [1, 0]), /one label per row/],
    ['an infinity', oneColumn([1, Infinity], [1, 0]), /row 1, column 0 is infinite/],
  ])('are refused: %s', (_what, rows, message) => {
    expect(() => train({}, rows)).toThrow(message)
  })
})
