/** One text per lead as UTF-8 bytes end to end: copied out of a file and into a chunk without ever being a string. */
import { PART_SEPARATOR } from '../../../model/features/feature-columns.ts'
import { codePointLength, partCount } from '../../../model/features/text-size.ts'
import type { TextColumn } from './lead-chunk.ts'

/** A UTF-16 unit takes at most three bytes; a pair of them takes four. */
const BYTES_PER_UNIT = 3
/** Room for this much in the beginning; grows with the texts. */
const FIRST_BYTES_PER_LEAD = 16

/** What is known of a text that was copied to the place of a lead. */
export interface TextSize {
  /** Bytes copied. */
  readonly bytes: number
  /** UTF-16 units, Unicode code points, and comma-separated parts that hold something. */
  readonly units: number
  readonly codePoints: number
  readonly parts: number
}

/** Texts of up to `capacity` leads. The text of a lead is written after those of the leads before it. */
export class TextBytes {
  /** Where each lead's text begins; the one after the last lead's is where the next begins. */
  readonly starts: Uint32Array
  /** UTF-16 units plus one, 0 for a missing text. */
  readonly lengths: Uint32Array
  bytes: Buffer<ArrayBuffer>
  /** The same bytes. */
  view: DataView

  constructor(capacity: number) {
    this.starts = new Uint32Array(capacity + 1)
    this.lengths = new Uint32Array(capacity)
    this.bytes = Buffer.allocUnsafeSlow(capacity * FIRST_BYTES_PER_LEAD)
    this.view = new DataView(this.bytes.buffer)
  }

  setMissing(lead: number): void {
    this.starts[lead + 1] = this.starts[lead] as number
    this.lengths[lead] = 0
  }

  /** Makes the first `count` leads missing. */
  clear(count: number): void {
    this.lengths.fill(0, 0, count)
  }

  set(lead: number, text: string | null): void {
    if (text === null) {
      this.setMissing(lead)
      return
    }
    this.reserve(lead, text.length * BYTES_PER_UNIT)
    const start = this.starts[lead] as number
    this.starts[lead + 1] = start + this.bytes.write(text, start)
    this.lengths[lead] = text.length + 1
  }

  /** Makes room for `length` bytes of a lead's text, at `starts[lead]` of `bytes`. */
  reserve(lead: number, length: number): void {
    const needed = (this.starts[lead] as number) + length
    if (needed > this.bytes.length) this.#grow(needed)
  }

  /** Takes the text that was copied to a lead's place. */
  take(lead: number, size: TextSize): void {
    this.starts[lead + 1] = (this.starts[lead] as number) + size.bytes
    this.lengths[lead] = size.units + 1
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

  #grow(length: number): void {
    const grown = Buffer.allocUnsafeSlow(length * 2)
    this.bytes.copy(grown)
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }
}

/** The texts of a field, measured for features and monitoring. */
export class MeasuredTexts extends TextBytes {
  readonly kind = 'text'
  /** Unicode code points, NaN for a missing text. */
  readonly codePoints: Float32Array
  /** Comma-separated parts that hold something, NaN for a missing text. */
  readonly parts: Float32Array

  constructor(capacity: number) {
    super(capacity)
    this.codePoints = new Float32Array(capacity)
    this.parts = new Float32Array(capacity)
  }

  override setMissing(lead: number): void {
    super.setMissing(lead)
    this.codePoints[lead] = Number.NaN
    this.parts[lead] = Number.NaN
  }

  override clear(count: number): void {
    super.clear(count)
    this.codePoints.fill(Number.NaN, 0, count)
    this.parts.fill(Number.NaN, 0, count)
  }

  override set(lead: number, text: string | null): void {
    super.set(lead, text)
    if (text === null) return
    this.codePoints[lead] = codePointLength(text)
    this.parts[lead] = partCount(text, PART_SEPARATOR)
  }

  override take(lead: number, size: TextSize): void {
    super.take(lead, size)
    this.codePoints[lead] = size.codePoints
    this.parts[lead] = size.parts
  }
}
