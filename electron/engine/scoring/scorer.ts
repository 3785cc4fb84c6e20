/** Scores a matrix of features, so that a lead's score never depends on which leads it is scored with. */
import { refuse } from '../../contract/result.ts'
import type { OnnxSession } from './onnx-session.ts'

/**
 * Rows in every run of the network. ONNX Runtime may choose another way to add up for another number of rows; with one
 * shape only, a lead alone and the same lead in a batch of any size go through the same code: bit-identical by
 * construction. The README has the measurements that chose 64.
 */
export const SLICE_ROWS = 64

export interface Scorer {
  readonly featureCount: number
  /**
   * One score per row, 0 to 1. Leaves its thread to others between slices; `cancelled` is asked there, and then the
   * scores so far are given up with a refusal.
   */
  score(matrix: Float32Array, rows: number, cancelled?: () => boolean): Promise<Float32Array<ArrayBuffer>>
}

/** A scorer over an open network. */
export function createScorer(session: OnnxSession, featureCount: number): Scorer {
  const sliceLength = SLICE_ROWS * featureCount
  return {
    featureCount,
    async score(matrix, rows, cancelled) {
      const scores = new Float32Array(rows)
      for (let row = 0; row < rows; row += SLICE_ROWS) {
        if (cancelled?.()) refuse('cancelled', 'The scoring was stopped.')
        const given = matrix.subarray(row * featureCount, Math.min(rows, row + SLICE_ROWS) * featureCount)
        const slice = given.length === sliceLength ? given : padSlice(given, featureCount, sliceLength)
        const scored = await session.run(slice, SLICE_ROWS)
        scores.set(scored.subarray(0, Math.min(SLICE_ROWS, rows - row)), row)
      }
      checkScores(scores)
      return scores
    },
  }
}

/** Fills the slice up with copies of its last row: paths through the trees that were just walked are the cheapest. */
function padSlice(given: Float32Array, featureCount: number, sliceLength: number): Float32Array {
  const slice = new Float32Array(sliceLength)
  slice.set(given)
  for (let offset = given.length; offset < sliceLength; offset += featureCount) {
    slice.copyWithin(offset, given.length - featureCount, given.length)
  }
  return slice
}

function checkScores(scores: Float32Array): void {
  // Written so that NaN fails too.
  const bad = scores.some((score) => !(score >= 0 && score <= 1))
  if (bad) refuse('model_output', 'The model gave a score that is not between 0 and 1.')
}
