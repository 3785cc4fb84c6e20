import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ProtobufError, readFields, readFloats, readInts, readText } from './protobuf-reader.ts'
import { ProtobufWriter } from './protobuf-writer.ts'

function write(fill: (writer: ProtobufWriter) => void): Uint8Array {
  const writer = new ProtobufWriter()
  fill(writer)
  return writer.finish()
}

describe('protobuf', () => {
  it('writes the example of the format documentation', () => {
    expect([...write((writer) => writer.int(1, 150))]).toEqual([0x08, 0x96, 0x01])
    expect([...write((writer) => writer.string(2, 'testing'))]).toEqual([
      0x12,
      0x07,
      ...Buffer.from('testing'),
    ])
    expect([...write((writer) => writer.packedInts(6, [3, 270, 86942]))]).toEqual([
      0x32, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05,
    ])
  })

  it('reads back integers, texts and floats of any size', () => {
    const floats = fc.array(fc.float({ noDefaultInfinity: true, noNaN: true }), { maxLength: 300 })
    fc.assert(
      fc.property(
        fc.array(fc.maxSafeNat()),
        fc.string({ unit: 'grapheme' }),
        floats,
        (ints, text, numbers) => {
          const bytes = write((writer) => {
            writer.packedInts(1, ints)
            writer.message(100_000, (nested) => nested.string(2, text))
            writer.packedFloats(3, numbers)
          })
          const [first, second, third] = [...readFields(bytes)]
          expect(first && readInts(first)).toEqual(ints)
          expect([...readFields(second?.bytes ?? bytes)].map(readText)).toEqual([text])
          expect(third && [...readFloats(third)]).toEqual(numbers.map(Math.fround))
        },
      ),
    )
  })

  it('reads repeated numbers that are not packed', () => {
    const bytes = write((writer) => {
      writer.int(8, 0)
      writer.int(8, 300)
      writer.float(7, 1.5)
    })
    const fields = [...readFields(bytes)]
    expect(fields.slice(0, 2).flatMap(readInts)).toEqual([0, 300])
    expect(fields.slice(2).flatMap((field) => [...readFloats(field)])).toEqual([1.5])
  })

  it('refuses what no message holds', () => {
    expect(() => write((writer) => writer.int(1, -1))).toThrow(RangeError)
    expect(() => [...readFields(Uint8Array.of(0x0a, 0x05, 0x00))]).toThrow(ProtobufError)
    expect(() => [...readFields(Uint8Array.of(0x08, 0x80))]).toThrow(ProtobufError)
    expect(() => [...readFields(Uint8Array.of(0x0b))]).toThrow(ProtobufError)
  })
})
