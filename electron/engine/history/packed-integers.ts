/** Whole numbers from 0 in the fewest bytes that hold the largest of them: codes and lengths of a chunk. */
import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/** Writes the width (1, 2 or 4 bytes), then the values. */
export function writePackedIntegers(out: ByteWriter, values: Uint32Array): void {
  let largest = 0
  for (const value of values) if (value > largest) largest = value
  const width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4
  out.u8(width)
  out.array(width === 1 ? Uint8Array.from(values) : width === 2 ? Uint16Array.from(values) : values)
}

/** Reads `count` values. */
export function readPackedIntegers(input: ByteReader, count: number): Uint32Array<ArrayBuffer> {
  const width = input.u8()
  switch (width) {
    case 1:
      return new Uint32Array(new Uint8Array(input.bytes(count)))
    case 2:
      return new Uint32Array(new Uint16Array(input.bytes(count * 2)))
    case 4:
      return new Uint32Array(input.bytes(count * 4))
    default:
      throw new RangeError(`numbers ${width} bytes wide are not known`)
  }
}
