/** Collects one field of a chunk's leads, twice: exactly (the record) and coded for monitoring. */
import type { Field, FieldValue } from '../../../model/bundle/field.ts'
import { codePointLength, partCount } from '../../../model/features/text-size.ts'
import { CategoryCodes } from './category-codes.ts'
import { type CodedColumn, LEADS_PER_CHUNK } from './lead-chunk.ts'
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

class NumberCollector implements FieldCollector {
  readonly #values = new Float64Array(LEADS_PER_CHUNK)
  #count = 0

  add(value: FieldValue): void {
    this.#values[this.#count] = typeof value === 'number' ? value : Number.NaN
    this.#count += 1
  }

  take() {
    const values = this.#values.slice(0, this.#count)
    this.#count = 0
    return {
      record: { kind: 'number', values },
      coded: { kind: 'number', values: Float32Array.from(values) },
    } as const
  }
}

class CategoryCollector implements FieldCollector {
  readonly #texts = new TextCollector(LEADS_PER_CHUNK)
  readonly #list = new Uint32Array(LEADS_PER_CHUNK)
  readonly #codes: CategoryCodes
  #count = 0

  constructor(onNewCategory: (code: number, value: string) => void) {
    this.#codes = new CategoryCodes(onNewCategory)
  }

  add(value: FieldValue): void {
    const text = typeof value === 'string' ? value : null
    this.#texts.add(text)
    this.#list[this.#count] = this.#codes.codeOf(text)
    this.#count += 1
  }

  take() {
    const codes = this.#list.slice(0, this.#count)
    this.#count = 0
    return {
      record: { kind: 'text', ...this.#texts.take() },
      coded: { kind: 'category', codes },
    } as const
  }
}

class LongTextCollector implements FieldCollector {
  readonly #texts = new TextCollector(LEADS_PER_CHUNK)
  readonly #lengths = new Float32Array(LEADS_PER_CHUNK)
  readonly #counts = new Float32Array(LEADS_PER_CHUNK)
  #count = 0

  add(value: FieldValue): void {
    const text = typeof value === 'string' ? value : null
    this.#texts.add(text)
    this.#lengths[this.#count] = text === null ? Number.NaN : codePointLength(text)
    this.#counts[this.#count] = text === null ? Number.NaN : partCount(text, PART_SEPARATOR)
    this.#count += 1
  }

  take() {
    const lengths = this.#lengths.slice(0, this.#count)
    const counts = this.#counts.slice(0, this.#count)
    this.#count = 0
    return {
      record: { kind: 'text', ...this.#texts.take() },
      coded: { kind: 'text', lengths, counts },
    } as const
  }
}
