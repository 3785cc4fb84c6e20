/** Reads what a `ByteWriter` wrote. Throws a `RangeError` past the end. */
export class ByteReader {
  readonly #bytes: Buffer
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get atEnd(): boolean {
    return this.#offset === this.#bytes.length
  }

  u8(): number {
    const value = this.#bytes.readUInt8(this.#offset)
    this.#offset += 1
    return value
  }

  u32(): number {
    const value = this.#bytes.readUInt32LE(this.#offset)
    this.#offset += 4
    return value
  }

  /** A copy of the next `length` bytes: typed arrays need their own alignment. */
  bytes(length: number): ArrayBuffer {
    if (this.#offset + length > this.#bytes.length) throw new RangeError('the data ends too early')
    const copy = new Uint8Array(length)
    copy.set(this.#bytes.subarray(this.#offset, this.#offset + length))
    this.#offset += length
    return copy.buffer
  }
}
