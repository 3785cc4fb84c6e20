/** Appends bytes to a buffer that grows. Little-endian. */
export class ByteWriter {
  #bytes: Buffer<ArrayBuffer>
  #length = 0

  constructor(capacity = 1024) {
    this.#bytes = Buffer.alloc(capacity)
  }

  u8(value: number): void {
    this.#reserve(1)
    this.#length = this.#bytes.writeUInt8(value, this.#length)
  }

  u32(value: number): void {
    this.#reserve(4)
    this.#length = this.#bytes.writeUInt32LE(value, this.#length)
  }

  /** The bytes of a typed array as they lie in memory. */
  array(values: Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array): void {
    this.#reserve(values.byteLength)
    this.#bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), this.#length)
    this.#length += values.byteLength
  }

  /** Forgets what was written and begins again in the same memory. */
  clear(): void {
    this.#length = 0
  }

  /** Bytes of memory held. */
  get capacity(): number {
    return this.#bytes.length
  }

  /** What was written: valid until the writer is used again. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }

  #reserve(more: number): void {
    const needed = this.#length + more
    if (needed <= this.#bytes.length) return
    const larger = Buffer.alloc(Math.max(needed, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
