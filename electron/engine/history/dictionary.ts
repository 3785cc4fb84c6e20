/** The history's own codes of categories, the same in every chunk. */
import { CategoryCodes, type CategoryRoom, MISSING_CODE, OVERFLOW_CODE } from './category-codes.ts'
import type { WriteHandle } from './connection.ts'
import type { NewCategory } from './lead-chunk.ts'

export interface Dictionary {
  /** The code of a category of a field; an unknown one is stored in the running transaction. */
  codeOf(field: string, value: string): number
  /** Must be called when a transaction that asked for codes was rolled back. */
  forget(): void
}

/** The dictionary of a history, with so much room for each field, which is loaded when it is first asked for. */
export function createDictionary(db: WriteHandle, room: CategoryRoom): Dictionary {
  const select = db.prepare<{ field: string }, { code: number; value: string }>(
    'SELECT code, value FROM dictionary WHERE field = :field',
  )
  const insert = db.prepare<{ field: string; code: number; value: string }>(
    'INSERT INTO dictionary (field, code, value) VALUES (:field, :code, :value)',
  )
  const byField = new Map<string, CategoryCodes>()

  function load(field: string): CategoryCodes {
    const codes = new CategoryCodes(room, (code, value) => insert.run({ field, code, value }))
    for (const { code, value } of select.iterate({ field })) codes.load(code, value)
    byField.set(field, codes)
    return codes
  }

  return {
    codeOf: (field, value) => (byField.get(field) ?? load(field)).codeOf(value),
    forget: () => byField.clear(),
  }
}

/** Turns an import's own codes into the history's. */
export class CodeTranslation {
  readonly #fieldNames: readonly string[]
  readonly #dictionary: Dictionary
  /** By field, then by the import's code. */
  readonly #codes: number[][]

  constructor(fieldNames: readonly string[], dictionary: Dictionary) {
    this.#fieldNames = fieldNames
    this.#dictionary = dictionary
    this.#codes = fieldNames.map(() => [MISSING_CODE, OVERFLOW_CODE])
  }

  /** Takes over categories the import met for the first time. */
  learn(categories: readonly NewCategory[]): void {
    for (const { field, code, value } of categories) {
      const codes = this.#codes[field]
      const name = this.#fieldNames[field]
      if (!codes || name === undefined) throw new RangeError(`there is no field ${field}`)
      codes[code] = this.#dictionary.codeOf(name, value)
    }
  }

  /** The history's codes for those of one field. */
  translate(field: number, codes: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
    const table = this.#codes[field] ?? []
    const translated = new Uint32Array(codes.length)
    for (let i = 0; i < codes.length; i += 1) {
      const code = table[codes[i] ?? MISSING_CODE]
      if (code === undefined) throw new RangeError(`code ${codes[i]} of field ${field} was never named`)
      translated[i] = code
    }
    return translated
  }
}
