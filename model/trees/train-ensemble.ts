import { binMatrix } from './bin-matrix.ts'
import type { Ensemble, Matrix, Tree } from './ensemble.ts'
import { leafValue } from './evaluate-ensemble.ts'
import { TreeGrower } from './grow-tree.ts'
import { logisticLoss } from './logistic-loss.ts'
import { createLossGradients } from './loss-gradients.ts'
import { sampleAscending } from './sample-ascending.ts'
import { type TrainingParameters, trainingParametersSchema } from './training-parameters.ts'

/** Rows with known outcomes. */
export interface LabelledMatrix {
  readonly matrix: Matrix
  /** 0 or 1 per row. */
  readonly labels: Uint8Array
}

export interface TrainingOptions extends LabelledMatrix {
  readonly parameters: TrainingParameters
  /** Uniform in [0, 1), from a seeded generator: the same stream gives the same ensemble. */
  readonly random: () => number
  /** Stop once the loss on these rows has not fallen for `patience` trees, and keep the trees up to its lowest point. */
  readonly earlyStopping?: LabelledMatrix & { readonly patience: number }
  /** Asked before every tree; true ends the training with the trees grown so far. */
  readonly shouldStop?: () => boolean
  readonly onProgress?: (treesDone: number) => void
}

export interface Training {
  readonly ensemble: Ensemble
  /** Logistic loss on the early-stopping rows after each tree grown, also those not kept. */
  readonly validationLosses: readonly number[]
  readonly ended: 'all-trees' | 'early-stopping' | 'stopped'
}

/**
 * Second-order gradient boosting of regression trees with logistic loss, on quantile histograms.
 * Missing values (NaN) have a learned direction at each split. The same input gives the same ensemble, bit for bit.
 * Throws for what no caller should pass: sizes that disagree, outcomes of one kind only, infinities.
 * Source: Chen, Guestrin (2016), "XGBoost: a scalable tree boosting system".
 */
export function trainEnsemble(options: TrainingOptions): Training {
  const { matrix, labels, random, earlyStopping, shouldStop, onProgress } = options
  const parameters = trainingParametersSchema.parse(options.parameters)
  const base = baseLogOdds(options, parameters)
  const gradients = createLossGradients(labels, parameters.positiveWeight)
  const binned = binMatrix(matrix, parameters.maxBins)
  const grower = new TreeGrower(binned, gradients.pairs, parameters)
  const logOdds = new Float64Array(matrix.rows).fill(base)
  const validation = earlyStopping && watchValidation(earlyStopping, base)
  const trees: Tree[] = []
  const finish = (ended: Training['ended']): Training => ({
    ensemble: { featureCount: matrix.columns, base, trees: trees.slice(0, validation?.bestTreeCount()) },
    validationLosses: validation?.losses ?? [],
    ended,
  })

  while (trees.length < parameters.treeCount) {
    if (shouldStop?.()) return finish('stopped')
    gradients.update(logOdds)
    const rows = sampleAscending(matrix.rows, parameters.subsample, random)
    const columns = sampleAscending(matrix.columns, parameters.columnSample, random)
    const tree = grower.grow(rows, columns)
    trees.push(tree)
    addTree(logOdds, tree, matrix)
    onProgress?.(trees.length)
    if (validation?.add(tree)) return finish('early-stopping')
  }
  return finish('all-trees')
}

function baseLogOdds({ matrix, labels }: LabelledMatrix, parameters: TrainingParameters): number {
  if (matrix.data.length !== matrix.rows * matrix.columns)
    throw new RangeError('data must hold rows times columns values')
  if (labels.length !== matrix.rows) throw new RangeError('there must be one label per row')
  const positives = labels.reduce((count, label) => count + label, 0)
  if (positives === 0 || positives === labels.length) throw new RangeError('both outcomes must occur')
  const { baseScore, positiveWeight } = parameters
  const odds =
    baseScore === undefined
      ? (positiveWeight * positives) / (labels.length - positives)
      : baseScore / (1 - baseScore)
  // As the network will hold it.
  return Math.fround(Math.log(odds))
}

function addTree(logOdds: Float64Array, tree: Tree, matrix: Matrix): void {
  for (let row = 0; row < logOdds.length; row += 1) {
    logOdds[row] = (logOdds[row] ?? 0) + leafValue(tree, matrix.data, row * matrix.columns)
  }
}

function watchValidation(options: LabelledMatrix & { readonly patience: number }, base: number) {
  const logOdds = new Float64Array(options.matrix.rows).fill(base)
  const losses: number[] = []
  const bestTreeCount = () => losses.indexOf(Math.min(...losses)) + 1
  return {
    losses,
    bestTreeCount,
    /** Takes the next tree in and says whether patience has run out. */
    add(tree: Tree): boolean {
      addTree(logOdds, tree, options.matrix)
      losses.push(logisticLoss(logOdds, options.labels))
      return losses.length - bestTreeCount() >= options.patience
    },
  }
}
