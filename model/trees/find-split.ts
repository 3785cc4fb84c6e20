import type { BinnedMatrix } from './bin-matrix.ts'
import type { Histogram } from './histogram.ts'
import { type LeafPenalties, leafScore } from './leaf-objective.ts'

/** Sums over the rows of a node. */
export interface NodeSums {
  readonly gradient: number
  readonly hessian: number
}

/** A way to divide a node: bins up to `bin` of `column` go left, the others right. */
export interface Split {
  readonly column: number
  readonly bin: number
  readonly missingLeft: boolean
  readonly gain: number
  readonly left: NodeSums
  readonly right: NodeSums
}

export interface SplitRules extends LeafPenalties {
  readonly minChildWeight: number
  readonly gamma: number
}

/** Gains at or below this are rounding (XGBoost's kRtEps). */
const NO_GAIN = 1e-6

interface Best {
  column: number
  bin: number
  missingLeft: boolean
  gain: number
  gradient: number
  hessian: number
}

/**
 * The split of a node with the largest gain, or null when none is allowed.
 * Both sides must hold rows and `minChildWeight`. Of equal gains the first wins: lowest column, lowest bin, missing to the right.
 * Missing values are tried on both sides; where the node has none, the heavier child takes them later on. The last cut of
 * a column, past all its values, divides present from missing.
 */
export function findSplit(
  histogram: Histogram,
  binned: BinnedMatrix,
  columns: Uint32Array,
  node: NodeSums,
  rules: SplitRules,
): Split | null {
  const best: Best = { column: -1, bin: -1, missingLeft: false, gain: NO_GAIN, gradient: 0, hessian: 0 }
  for (const column of columns) scanColumn(histogram, binned, column, node, rules, best)
  if (best.column < 0 || best.gain < rules.gamma) return null
  return {
    column: best.column,
    bin: best.bin,
    missingLeft: best.missingLeft,
    gain: best.gain,
    left: { gradient: best.gradient, hessian: best.hessian },
    right: { gradient: node.gradient - best.gradient, hessian: node.hessian - best.hessian },
  }
}

function scanColumn(
  histogram: Histogram,
  binned: BinnedMatrix,
  column: number,
  node: NodeSums,
  rules: SplitRules,
  best: Best,
): void {
  const valueBins = (binned.cuts[column]?.length ?? 0) + 1
  const firstSlot = 2 * (binned.firstSlots[column] ?? 0)
  const missingGradient = histogram[firstSlot + 2 * valueBins] ?? 0
  const missingHessian = histogram[firstSlot + 2 * valueBins + 1] ?? 0
  const hasMissing = missingHessian > 0
  const nodeScore = leafScore(node.gradient, node.hessian, rules)
  let gradient = 0
  let hessian = 0

  const consider = (bin: number, leftGradient: number, leftHessian: number, missingLeft: boolean) => {
    const rightHessian = node.hessian - leftHessian
    if (rightHessian <= 0 || leftHessian < rules.minChildWeight || rightHessian < rules.minChildWeight) return
    const gain =
      leafScore(leftGradient, leftHessian, rules) +
      leafScore(node.gradient - leftGradient, rightHessian, rules) -
      nodeScore
    if (gain <= best.gain) return
    best.column = column
    best.bin = bin
    best.missingLeft = hasMissing ? missingLeft : leftHessian > rightHessian
    best.gain = gain
    best.gradient = leftGradient
    best.hessian = leftHessian
  }

  for (let bin = 0; bin < valueBins; bin += 1) {
    const inBin = histogram[firstSlot + 2 * bin + 1] ?? 0
    // An empty bin moves no row: the cut before it already stands for this one.
    if (inBin === 0) continue
    gradient += histogram[firstSlot + 2 * bin] ?? 0
    hessian += inBin
    consider(bin, gradient, hessian, false)
    if (hasMissing) consider(bin, gradient + missingGradient, hessian + missingHessian, true)
  }
}
