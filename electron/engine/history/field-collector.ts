/** Collects one field of a chunk's leads, twice: exactly (the record) and coded for monitoring. */
import type { Field, FieldValue } from '../../../model/bundle/field.ts'
import { codePointLength, partCount } from '../../../model/features/text-size.ts'
import { CategoryCodes } from './category-codes.ts'
import type { CodedColumn } from './lead-chunk.ts'
import type { RecordColumn } from './record-codec.ts'
import { TextCollector } from './text-column.ts'

/** Parts of a text are counted between these for monitoring, whatever separator a feature uses. */
const PART_SEPARATOR = ','

export interface FieldCollector {
  add(value: FieldValue): void
  /** Both columns; the collector is empty afterwards. */
  take(): { readonly record: RecordColumn; readonly coded: CodedColumn }
}

/** A collector for a field; `onNewCategory` is told of every category it has not met before. */
export function createFieldCollector(
  { type }: Field,
  onNewCategory: (code: number, value: string) => void,
): FieldCollector {
  switch (type) {
    case 'number':
    case 'integer':
    case 'date':
      return new NumberCollector()
    case 'category':
      return new CategoryCollector(onNewCategory)
    case 'text':
      return new LongTextCollector()
  }
}

// Plain arrays: a lead typed in is a chunk of its own, and a typed array for each of its fields would cost more than all
// the rest of it.

class NumberCollector implements FieldCollector {
  #values: number[] = []

  add(value: FieldValue): void {
    this.#values.push(typeof value === 'number' ? value : Number.NaN)
  }

  take() {
    const values = this.#values
    this.#values = []
    return {
      record: { kind: 'number', values: new Float64Array(values) },
      coded: { kind: 'number', values: new Float32Array(values) },
    } as const
  }
}

class CategoryCollector implements FieldCollector {
  readonly #texts = new TextCollector()
  readonly #dictionary: CategoryCodes
  #codes: number[] = []

  constructor(onNewCategory: (code: number, value: string) => void) {
    this.#dictionary = new CategoryCodes(onNewCategory)
  }

  add(value: FieldValue): void {
    const text = typeof value === 'string' ? value : null
    this.#texts.add(text)
    this.#codes.push(this.#dictionary.codeOf(text))
  }

  take() {
    const codes = new Uint32Array(this.#codes)
    this.#codes = []
    return {
      record: { kind: 'text', ...this.#texts.take() },
      coded: { kind: 'category', codes },
    } as const
  }
}

class LongTextCollector implements FieldCollector {
  readonly #texts = new TextCollector()
  #lengths: number[] = []
  #counts: number[] = []

  add(value: FieldValue): void {
    const text = typeof value === 'string' ? value : null
    this.#texts.add(text)
    this.#lengths.push(text === null ? Number.NaN : codePointLength(text))
    this.#counts.push(text === null ? Number.NaN : partCount(text, PART_SEPARATOR))
  }

  take() {
    const coded = {
      kind: 'text',
      lengths: new Float32Array(this.#lengths),
      counts: new Float32Array(this.#counts),
    } as const
    this.#lengths = []
    this.#counts = []
    return { record: { kind: 'text', ...this.#texts.take() }, coded } as const
  }
}
