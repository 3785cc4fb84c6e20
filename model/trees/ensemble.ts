/** An ensemble of regression trees whose summed leaves are log-odds. */

/**
 * One tree, nodes in depth-first order, node 0 the root; all arrays have one entry per node.
 * A row goes left when `x[feature] < threshold` (float32 comparison), right otherwise; NaN goes where `missingLeft` says.
 */
export interface Tree {
  /** Feature index, -1 for a leaf. */
  readonly feature: Int32Array
  readonly threshold: Float32Array
  readonly left: Int32Array
  readonly right: Int32Array
  readonly missingLeft: Uint8Array
  /** Leaf: contribution to the log-odds (learning rate and calibration included). 0 for inner nodes. */
  readonly value: Float32Array
  /** Sum of second-order weights (hessians) of the training rows that reached the node. */
  readonly cover: Float32Array
  /** Loss reduction of the split, 0 for leaves. */
  readonly gain: Float32Array
}

export interface Ensemble {
  readonly featureCount: number
  /** Log-odds before any tree. */
  readonly base: number
  readonly trees: readonly Tree[]
}

/** Rows by features, row-major, float32; NaN is a missing value. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array
}
