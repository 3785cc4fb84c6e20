import { type BinnedMatrix, missingBin } from './bin-matrix.ts'
import type { Tree } from './ensemble.ts'
import { findSplit, type NodeSums, type Split, type SplitRules } from './find-split.ts'
import { fillHistogram, type Histogram, subtractHistogram } from './histogram.ts'
import { leafWeight } from './leaf-objective.ts'
import { TreeBuilder } from './tree-builder.ts'

export interface GrowthRules extends SplitRules {
  readonly maxDepth: number
  readonly learningRate: number
}

/** Threshold that every present value is below: the split between present and missing. Finite, for readers that dislike infinity. */
const ABOVE_ALL_VALUES = Math.fround(3.4028234663852886e38)

interface Node extends NodeSums {
  readonly rows: Uint32Array
  readonly depth: number
}

/** Grows one tree after another on the same matrix, with buffers that are made once. */
export class TreeGrower {
  readonly #binned: BinnedMatrix
  readonly #pairs: Float64Array
  readonly #rules: GrowthRules
  readonly #scratch: Float64Array
  readonly #spareHistograms: Histogram[] = []

  /** `pairs` are the gradients and hessians per row (loss-gradients.ts); they may change between trees. */
  constructor(binned: BinnedMatrix, pairs: Float64Array, rules: GrowthRules) {
    this.#binned = binned
    this.#pairs = pairs
    this.#rules = rules
    this.#scratch = new Float64Array(2 * binned.rows)
  }

  /** One tree on these rows (ascending; reordered in place) and columns (ascending). */
  grow(rows: Uint32Array, columns: Uint32Array): Tree {
    const builder = new TreeBuilder()
    const histogram = this.#takeHistogram()
    fillHistogram(histogram, this.#binned, columns, rows, this.#pairs, this.#scratch)
    this.#growNode(builder, columns, { ...this.#sum(rows), rows, depth: 0 }, histogram)
    return builder.finish()
  }

  /** Adds the node and everything below it; gives the histogram back. */
  #growNode(builder: TreeBuilder, columns: Uint32Array, node: Node, histogram: Histogram | null): number {
    const value = this.#rules.learningRate * leafWeight(node.gradient, node.hessian, this.#rules)
    const index = builder.addLeaf(value, node.hessian)
    const split = histogram === null ? null : findSplit(histogram, this.#binned, columns, node, this.#rules)
    if (histogram === null || split === null) {
      if (histogram) this.#spareHistograms.push(histogram)
      return index
    }
    const middle = this.#partition(node.rows, split)
    const left: Node = { ...split.left, rows: node.rows.subarray(0, middle), depth: node.depth + 1 }
    const right: Node = { ...split.right, rows: node.rows.subarray(middle), depth: node.depth + 1 }
    const histograms = this.#divideHistogram(columns, histogram, left, right)
    builder.split(index, {
      feature: split.column,
      threshold: this.#binned.cuts[split.column]?.[split.bin] ?? ABOVE_ALL_VALUES,
      missingLeft: split.missingLeft,
      gain: split.gain,
    })
    const leftIndex = this.#growNode(builder, columns, left, histograms.left)
    const rightIndex = this.#growNode(builder, columns, right, histograms.right)
    builder.connect(index, leftIndex, rightIndex)
    return index
  }

  /** Only the smaller child is counted; the larger is what remains of the parent. */
  #divideHistogram(columns: Uint32Array, parent: Histogram, left: Node, right: Node) {
    if (left.depth >= this.#rules.maxDepth) {
      this.#spareHistograms.push(parent)
      return { left: null, right: null }
    }
    const leftIsSmaller = left.rows.length < right.rows.length
    const smaller = this.#takeHistogram()
    const { rows } = leftIsSmaller ? left : right
    fillHistogram(smaller, this.#binned, columns, rows, this.#pairs, this.#scratch)
    subtractHistogram(parent, smaller)
    return leftIsSmaller ? { left: smaller, right: parent } : { left: parent, right: smaller }
  }

  /** Moves the rows that go left to the front, keeping both sides ascending (memory is then read in order); returns their number. */
  #partition(rows: Uint32Array, split: Split): number {
    const bins = this.#binned.bins[split.column]
    if (bins === undefined) throw new RangeError(`no column ${split.column}`)
    const missing = missingBin(this.#binned, split.column)
    let leftCount = 0
    let rightCount = 0
    for (const row of rows) {
      const bin = bins[row] ?? missing
      if (bin === missing ? split.missingLeft : bin <= split.bin) rows[leftCount++] = row
      else this.#scratch[rightCount++] = row
    }
    for (let i = 0; i < rightCount; i += 1) rows[leftCount + i] = this.#scratch[i] ?? 0
    return leftCount
  }

  #sum(rows: Uint32Array): NodeSums {
    let gradient = 0
    let hessian = 0
    for (const row of rows) {
      gradient += this.#pairs[2 * row] ?? 0
      hessian += this.#pairs[2 * row + 1] ?? 0
    }
    return { gradient, hessian }
  }

  #takeHistogram(): Histogram {
    return this.#spareHistograms.pop() ?? new Float64Array(2 * this.#binned.slotCount)
  }
}
