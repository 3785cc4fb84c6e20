/** Finds the predictions of a batch by their rows in the file. */
import type { ReadHandle } from './connection.ts'

interface ChunkRows {
  readonly firstId: number
  readonly count: number
  readonly firstRow: number
}

/**
 * The rows of one batch. An index on row numbers would cost every import half a microsecond a lead; rows and ids of a
 * batch ascend together, so a few look-ups find the place.
 */
export class BatchRows {
  readonly #db: ReadHandle
  readonly #batch: number
  readonly #rowOf
  /** Null until it is read from the tables. */
  #chunks: ChunkRows[] | null = null

  constructor(db: ReadHandle, batch: number) {
    this.#db = db
    this.#batch = batch
    this.#rowOf = db
      .prepare<{ id: number }, number>('SELECT row_number FROM prediction WHERE id = :id')
      .pluck()
  }

  /** Must be called when chunks were stored or rolled back. */
  forget(): void {
    this.#chunks = null
  }

  /** Takes over a chunk that was stored after all others. */
  add(chunk: ChunkRows): void {
    this.#chunks?.push(chunk)
  }

  /** The prediction made of a row; null when the row has none. */
  find(row: number): number | null {
    const chunks = this.#load()
    const chunk = chunks[lastIndexWhere(chunks.length, (index) => (chunks[index]?.firstRow ?? 0) <= row)]
    if (!chunk) return null
    const { firstId, count } = chunk
    const rowAt = (index: number) => this.#rowOf.get({ id: firstId + index }) ?? 0
    const index = lastIndexWhere(count, (candidate) => rowAt(candidate) <= row)
    return rowAt(index) === row ? firstId + index : null
  }

  #load(): ChunkRows[] {
    this.#chunks ??= this.#db
      .prepare<{ batch: number }, ChunkRows>(
        `SELECT first_id AS firstId, count, row_number AS firstRow
         FROM input_chunk JOIN prediction ON id = first_id
         WHERE input_chunk.batch_id = :batch ORDER BY first_id`,
      )
      .all({ batch: this.#batch })
    return this.#chunks
  }
}

/** The last index that `holds`, which is true up to some index and false from there on; -1 when it never is. */
function lastIndexWhere(length: number, holds: (index: number) => boolean): number {
  let below = 0
  for (let above = length; below < above; ) {
    const middle = (below + above) >>> 1
    if (holds(middle)) below = middle + 1
    else above = middle
  }
  return below - 1
}
