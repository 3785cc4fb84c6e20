/**
 * Writes protobuf wire format, as much of it as ONNX needs. Same calls, same bytes.
 * Own code because the schema compilers bring a megabyte and a build step for what is thirty lines here.
 * Source: https://protobuf.dev/programming-guides/encoding
 */
const VARINT = 0
const BYTES = 2
const FLOAT32 = 5

/** A message that is being written, field by field. */
export class ProtobufWriter {
  #bytes = new Uint8Array(256)
  #length = 0

  /** A non-negative integer. */
  int(field: number, value: number): void {
    this.#varint(field * 8 + VARINT)
    this.#varint(value)
  }

  float(field: number, value: number): void {
    this.#varint(field * 8 + FLOAT32)
    this.#float32(value)
  }

  string(field: number, text: string): void {
    this.bytes(field, new TextEncoder().encode(text))
  }

  bytes(field: number, content: Uint8Array): void {
    this.#varint(field * 8 + BYTES)
    this.#varint(content.length)
    this.#reserve(content.length)
    this.#bytes.set(content, this.#length)
    this.#length += content.length
  }

  /** A nested message, written by `write`. */
  message(field: number, write: (writer: ProtobufWriter) => void): void {
    const nested = new ProtobufWriter()
    write(nested)
    this.bytes(field, nested.finish())
  }

  /** Repeated non-negative integers, packed. */
  packedInts(field: number, values: Iterable<number>): void {
    const packed = new ProtobufWriter()
    for (const value of values) packed.#varint(value)
    this.bytes(field, packed.finish())
  }

  /** Repeated float32, packed. */
  packedFloats(field: number, values: Iterable<number>): void {
    const packed = new ProtobufWriter()
    for (const value of values) packed.#float32(value)
    this.bytes(field, packed.finish())
  }

  /** The bytes written so far, as a copy. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }

  #varint(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0)
      throw new RangeError(`not a non-negative integer: ${value}`)
    this.#reserve(8)
    let rest = value
    // Division rather than shifts: shifts would cut the value to 32 bits.
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest % 0x80) + 0x80
      rest = Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
  }

  #float32(value: number): void {
    this.#reserve(4)
    new DataView(this.#bytes.buffer).setFloat32(this.#length, value, true)
    this.#length += 4
  }

  #reserve(count: number): void {
    if (this.#length + count <= this.#bytes.length) return
    const grown = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + count))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
