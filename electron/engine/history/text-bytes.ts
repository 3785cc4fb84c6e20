/** One text per lead as UTF-8 bytes end to end: copied out of a file and into a chunk without ever being a string. */
import { codePointLength, partCount } from '../../../model/features/text-size.ts'
import type { TextColumn } from './lead-chunk.ts'

/** Parts of a text are counted between these for monitoring, whatever separator a feature uses. */
export const PART_SEPARATOR = ','
/** A UTF-16 unit takes at most three bytes; a pair of them takes four. */
const BYTES_PER_UNIT = 3

/** Texts of up to `capacity` leads. The text of a lead is written after those of the leads before it. */
export class TextBytes {
  readonly kind = 'text'
  /** Where each lead's text begins; the one after the last lead's is where the next begins. */
  readonly starts: Uint32Array
  /** UTF-16 units plus one, 0 for a missing text. */
  readonly lengths: Uint32Array
  /** Unicode code points, NaN for a missing text. */
  readonly codePoints: Float32Array
  /** Comma-separated parts that hold something, NaN for a missing text. */
  readonly parts: Float32Array
  bytes: Buffer<ArrayBuffer>

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity + 1)
    this.lengths = new Uint32Array(capacity)
    this.codePoints = new Float32Array(capacity)
    this.parts = new Float32Array(capacity)
    this.bytes = Buffer.allocUnsafeSlow(capacity * 16)
  }

  setMissing(lead: number): void {
    this.starts[lead + 1] = this.starts[lead] as number
    this.lengths[lead] = 0
    this.codePoints[lead] = Number.NaN
    this.parts[lead] = Number.NaN
  }

  set(lead: number, text: string | null): void {
    if (text === null) {
      this.setMissing(lead)
      return
    }
    const start = this.starts[lead] as number
    this.#reserve(start + text.length * BYTES_PER_UNIT)
    this.starts[lead + 1] = start + this.bytes.write(text, start)
    this.lengths[lead] = text.length + 1
    this.codePoints[lead] = codePointLength(text)
    this.parts[lead] = partCount(text, PART_SEPARATOR)
  }

  /** A lead's text. */
  at(lead: number): string | null {
    return this.lengths[lead] === 0
      ? null
      : this.bytes.toString('utf8', this.starts[lead], this.starts[lead + 1])
  }

  /** The bytes of the first `count` texts; overwritten when other leads are written. */
  bytesOf(count: number): Uint8Array<ArrayBuffer> {
    return this.bytes.subarray(0, this.starts[count])
  }

  /** A copy of the first `count` texts that can be handed to another thread. */
  copyOf(count: number): TextColumn {
    return { bytes: new Uint8Array(this.bytesOf(count)), lengths: this.lengths.slice(0, count) }
  }

  #reserve(length: number): void {
    if (length <= this.bytes.length) return
    const grown = Buffer.allocUnsafeSlow(length * 2)
    this.bytes.copy(grown)
    this.bytes = grown
  }
}
