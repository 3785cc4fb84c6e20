/** Turns the codes of a chunk's categories into a column of records: each different value once, and whose it is. */
import { MISSING_CODE, OVERFLOW_CODE } from './category-codes.ts'
import type { CategoryColumn } from './category-column.ts'
import type { RecordColumn } from './record-codec.ts'

/** A column of a chunk, ready to store. */
export interface EncodedCategories {
  readonly record: RecordColumn
  /** Codes that no chunk before has held. */
  readonly newCodes: readonly number[]
}

/** The encoder of one column, for one chunk after the other. */
export class CategoryEncoder {
  readonly #column: CategoryColumn
  /** Place of each code's value in the chunk plus one, 0 for none yet. */
  #places = new Uint16Array(64)
  #named = new Uint8Array(64)

  constructor(column: CategoryColumn) {
    this.#column = column
  }

  /** The first `count` leads. Only what leads that were kept hold is named: what a rejected row held is nowhere. */
  encode(count: number): EncodedCategories {
    const { codes } = this.#column
    const used: number[] = []
    const values: string[] = []
    const newCodes: number[] = []
    const valueNumbers = new Uint32Array(count)
    for (let lead = 0; lead < count; lead += 1) {
      const code = codes[lead] as number
      if (code === MISSING_CODE) continue
      if (code >= this.#places.length) this.#grow(code)
      if (this.#places[code] === 0 || code === OVERFLOW_CODE) {
        values.push(this.#column.at(lead) ?? '')
        this.#places[code] = values.length
        used.push(code)
        if (code !== OVERFLOW_CODE && this.#named[code] === 0) {
          this.#named[code] = 1
          newCodes.push(code)
        }
      }
      valueNumbers[lead] = this.#places[code] as number
    }
    for (const code of used) this.#places[code] = 0
    return { record: { kind: 'category', values, valueNumbers }, newCodes }
  }

  #grow(code: number): void {
    const [places, named] = [this.#places, this.#named]
    this.#places = new Uint16Array(code * 2)
    this.#places.set(places)
    this.#named = new Uint8Array(code * 2)
    this.#named.set(named)
  }
}
