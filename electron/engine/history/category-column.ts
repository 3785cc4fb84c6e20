/** Categories of up to a chunk's leads as codes of a dictionary that lasts for the whole import. */
import { CategoryCodes, type CategoryRoom, MISSING_CODE, OVERFLOW_CODE } from './category-codes.ts'

/** The categories of one field, coded; the codes last, the leads are forgotten with each chunk. */
export class CategoryColumn {
  readonly kind = 'category'
  readonly codes: Uint32Array
  /** By code; the dictionary is bounded, so this is too. */
  readonly #values: string[] = []
  /** Values beyond the dictionary, by lead. */
  readonly #beyond: string[] = []
  readonly #dictionary: CategoryCodes

  constructor(capacity: number, room: CategoryRoom) {
    this.codes = new Uint32Array(capacity)
    this.#dictionary = new CategoryCodes(room, (code, value) => {
      this.#values[code] = value
    })
  }

  /** The code of a value; one met first is added while there is room. */
  codeOf(value: string): number {
    return this.#dictionary.codeOf(value)
  }

  /** The value of a code that `codeOf` gave; null for the two that stand for no single value. */
  valueOf(code: number): string | null {
    return this.#values[code] ?? null
  }

  setMissing(lead: number): void {
    this.codes[lead] = MISSING_CODE
  }

  set(lead: number, value: string | null): void {
    const code = value === null ? MISSING_CODE : this.codeOf(value)
    this.codes[lead] = code
    if (code === OVERFLOW_CODE && value !== null) this.#beyond[lead] = value
  }

  /** A lead's category. */
  at(lead: number): string | null {
    const code = this.codes[lead] ?? MISSING_CODE
    return code === OVERFLOW_CODE ? (this.#beyond[lead] ?? null) : this.valueOf(code)
  }

  /** Makes the first `count` leads missing; the dictionary stays. */
  clear(count: number): void {
    this.codes.fill(MISSING_CODE, 0, count)
    this.#beyond.length = 0
  }
}
