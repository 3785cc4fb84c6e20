/** Keeps what the features of one field are for single values, without their zeros: most features of a category are 0. */
import type { FieldValue } from '../bundle/field.ts'
import { compileField, type FieldStep, type Slotted } from './field-steps.ts'

/** The features of values met before, by their number. */
export class FeatureMemo {
  readonly #steps: readonly FieldStep[]
  readonly #ownSlots: readonly number[]
  readonly #scratch: Float32Array
  /** Where each entry's slots and values begin; the last one is where the next entry's will. */
  readonly #starts = [0]
  readonly #slots: number[] = []
  readonly #values: number[] = []

  constructor(features: readonly Slotted[], featureCount: number) {
    this.#steps = compileField(features)
    this.#ownSlots = features.map(({ slot }) => slot)
    this.#scratch = new Float32Array(featureCount)
  }

  /** Works out and keeps the features of a value; gives the number of the entry, 0 for the first, then on. */
  remember(value: FieldValue): number {
    const scratch = this.#scratch.fill(0)
    for (const step of this.#steps) step(value, scratch, 0)
    for (const slot of this.#ownSlots) {
      const feature = scratch[slot] ?? 0
      // Told apart from -0, which a bundle may hold: equal to the last bit is what is promised.
      if (Object.is(feature, 0)) continue
      this.#slots.push(slot)
      this.#values.push(feature)
    }
    this.#starts.push(this.#slots.length)
    return this.#starts.length - 2
  }

  /** Writes the features of an entry to `out`, where there are zeros. */
  write(entry: number, out: Float32Array, offset: number): void {
    const end = this.#starts[entry + 1] as number
    for (let index = this.#starts[entry] as number; index < end; index++) {
      out[offset + (this.#slots[index] as number)] = this.#values[index] as number
    }
  }

  /** Writes the features of a value that is not worth keeping. */
  writeOnce(value: FieldValue, out: Float32Array, offset: number): void {
    for (const step of this.#steps) step(value, out, offset)
  }
}
