import type { Ensemble, Matrix, Tree } from './ensemble.ts'
import { sigmoid } from './sigmoid.ts'

/**
 * Log-odds of every row: the plain evaluator that ONNX Runtime is checked against.
 * Comparisons are float32, as in the network. Sums are float32 too, tree by tree from zero with the base added last,
 * because that is what ONNX Runtime does on one thread: the two agree to the last bit.
 */
export function evaluateEnsemble(ensemble: Ensemble, matrix: Matrix): Float32Array<ArrayBuffer> {
  const logOdds = new Float32Array(matrix.rows)
  for (const tree of ensemble.trees) {
    for (let row = 0; row < matrix.rows; row += 1) {
      // A store to a Float32Array rounds: this is a float32 addition.
      logOdds[row] = (logOdds[row] ?? 0) + leafValue(tree, matrix.data, row * matrix.columns)
    }
  }
  const base = Math.fround(ensemble.base)
  for (let row = 0; row < matrix.rows; row += 1) logOdds[row] = (logOdds[row] ?? 0) + base
  return logOdds
}

/** Probability of every row: the sigmoid of `evaluateEnsemble`, in float64. */
export function evaluateProbability(ensemble: Ensemble, matrix: Matrix): Float64Array<ArrayBuffer> {
  return Float64Array.from(evaluateEnsemble(ensemble, matrix), sigmoid)
}

/** Value of the leaf that the row at `offset` of `data` falls into. */
export function leafValue(tree: Tree, data: Float32Array, offset: number): number {
  const { feature, threshold, left, right, missingLeft, value } = tree
  let node = 0
  let column = feature[0] ?? -1
  while (column >= 0) {
    const x = data[offset + column] ?? Number.NaN
    const goesLeft = x < (threshold[node] ?? 0) || (missingLeft[node] === 1 && Number.isNaN(x))
    node = (goesLeft ? left[node] : right[node]) ?? 0
    column = feature[node] ?? -1
  }
  return value[node] ?? 0
}
