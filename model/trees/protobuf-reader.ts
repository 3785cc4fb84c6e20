/** One field of a protobuf message as it stands in the bytes. */
export interface ProtobufField {
  readonly number: number
  readonly isVarint: boolean
  /** A varint's value; 0 for other wire types. */
  readonly int: number
  /** Content of a length-delimited or fixed-size field; empty for a varint. */
  readonly bytes: Uint8Array
}

/** Bytes that are no protobuf message. */
export class ProtobufError extends Error {
  override readonly name = 'ProtobufError'
}

/**
 * The fields of a protobuf message, in their order. Throws `ProtobufError` for bytes that are none.
 * Integers come out right up to 2^53, more than an ensemble ever holds; larger and negative ones are refused.
 */
export function* readFields(bytes: Uint8Array): Generator<ProtobufField> {
  let at = 0
  const varint = () => {
    const read = readVarint(bytes, at)
    at = read.next
    return read.value
  }
  const take = (length: number) => {
    if (at + length > bytes.length) throw new ProtobufError('a field is longer than the message')
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const tag = varint()
    const number = Math.floor(tag / 8)
    const wireType = tag % 8
    if (wireType === 0) yield { number, isVarint: true, int: varint(), bytes: bytes.subarray(0, 0) }
    else if (wireType === 1) yield { number, isVarint: false, int: 0, bytes: take(8) }
    else if (wireType === 2) yield { number, isVarint: false, int: 0, bytes: take(varint()) }
    else if (wireType === 5) yield { number, isVarint: false, int: 0, bytes: take(4) }
    else throw new ProtobufError(`wire type ${wireType} is not used by ONNX`)
  }
}

/** A repeated integer field: packed, or one value per field. */
export function readInts(field: ProtobufField): number[] {
  if (field.isVarint) return [field.int]
  const values: number[] = []
  for (let at = 0; at < field.bytes.length; ) {
    const { value, next } = readVarint(field.bytes, at)
    values.push(value)
    at = next
  }
  return values
}

/** A repeated float32 field: packed, or one value per field. */
export function readFloats(field: ProtobufField): Float32Array {
  const { bytes } = field
  if (bytes.length % 4 !== 0) throw new ProtobufError('floats take four bytes each')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(4 * i, true))
}

/** The bytes of a field as UTF-8 text. */
export function readText(field: ProtobufField): string {
  return new TextDecoder().decode(field.bytes)
}

function readVarint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0
  let scale = 1
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte % 0x80) * scale
    if (value > Number.MAX_SAFE_INTEGER) throw new ProtobufError('an integer is too large')
    if (byte < 0x80) return { value, next: at + 1 }
    scale *= 0x80
  }
  throw new ProtobufError('the message ends inside an integer')
}
