import type { Tree } from './ensemble.ts'

/** What an inner node is made of. */
export interface InnerNode {
  readonly feature: number
  readonly threshold: number
  readonly missingLeft: boolean
  readonly gain: number
}

/** Collects the nodes of one tree; number them in depth-first order by adding a node before its children. */
export class TreeBuilder {
  readonly #feature: number[] = []
  readonly #threshold: number[] = []
  readonly #left: number[] = []
  readonly #right: number[] = []
  readonly #missingLeft: number[] = []
  readonly #value: number[] = []
  readonly #cover: number[] = []
  readonly #gain: number[] = []

  /** Adds a leaf and returns its number; `split` turns it into an inner node. */
  addLeaf(value: number, cover: number): number {
    this.#threshold.push(0)
    this.#left.push(0)
    this.#right.push(0)
    this.#missingLeft.push(0)
    this.#value.push(value)
    this.#cover.push(cover)
    this.#gain.push(0)
    return this.#feature.push(-1) - 1
  }

  /** Turns a leaf into an inner node; its children follow through `connect`. */
  split(node: number, inner: InnerNode): void {
    this.#feature[node] = inner.feature
    this.#threshold[node] = inner.threshold
    this.#missingLeft[node] = inner.missingLeft ? 1 : 0
    this.#gain[node] = inner.gain
    this.#value[node] = 0
  }

  connect(node: number, left: number, right: number): void {
    this.#left[node] = left
    this.#right[node] = right
  }

  finish(): Tree {
    return {
      feature: Int32Array.from(this.#feature),
      threshold: Float32Array.from(this.#threshold),
      left: Int32Array.from(this.#left),
      right: Int32Array.from(this.#right),
      missingLeft: Uint8Array.from(this.#missingLeft),
      value: Float32Array.from(this.#value),
      cover: Float32Array.from(this.#cover),
      gain: Float32Array.from(this.#gain),
    }
  }
}
