/** Codes for the categories of one field, handed out in the order they are met. */

import { MISSING_CODE, UNCODED } from '../../../model/features/feature-columns.ts'

export { MISSING_CODE }
/** Code of every category met after the dictionary was full. */
export const OVERFLOW_CODE = UNCODED
/**
 * More different values than this in one field are no categories any more; memory stays bounded whatever the file. With
 * 50,000 an import in which every value is another took 450 MB, with 20,000 it takes under 400.
 */
export const MAX_CATEGORIES = 20_000
/** Nor are this many characters in all: 20,000 long texts in each of six fields took 442 MB. */
export const MAX_CATEGORY_CHARACTERS = 1_000_000

/**
 * So many fields may be full; where a model has more open categories, each may hold its part. 30 fields full of hostile
 * values took 199 MB of the 256 that a thread's heap may have, 64 ended the thread.
 */
const FULL_FIELDS = 8

/** How many values one field may hold, and how many characters in all. */
export interface CategoryRoom {
  readonly values: number
  readonly characters: number
}

/** The room of each of so many fields with open categories. */
export function categoryRoom(openFields: number): CategoryRoom {
  const part = Math.min(1, FULL_FIELDS / openFields)
  return {
    values: Math.floor(MAX_CATEGORIES * part),
    characters: Math.floor(MAX_CATEGORY_CHARACTERS * part),
  }
}

/** Finds or makes the code of a category. */
export class CategoryCodes {
  readonly #codes = new Map<string, number>()
  #characters = 0
  #next = OVERFLOW_CODE + 1
  readonly #room: CategoryRoom
  readonly #onNew: (code: number, value: string) => void

  constructor(room: CategoryRoom, onNew: (code: number, value: string) => void) {
    this.#room = room
    this.#onNew = onNew
  }

  /** Takes over a code given earlier, without calling back. */
  load(code: number, value: string): void {
    this.#codes.set(value, code)
    this.#characters += value.length
    this.#next = Math.max(this.#next, code + 1)
  }

  codeOf(value: string | null): number {
    if (value === null) return MISSING_CODE
    const known = this.#codes.get(value)
    if (known !== undefined) return known
    if (!this.#hasRoomFor(value)) return OVERFLOW_CODE
    const code = this.#next
    this.load(code, value)
    this.#onNew(code, value)
    return code
  }

  #hasRoomFor(value: string): boolean {
    const { values, characters } = this.#room
    return this.#codes.size < values && this.#characters + value.length <= characters
  }
}
