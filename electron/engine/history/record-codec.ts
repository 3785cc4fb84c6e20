/**
 * The raw fields of a chunk's leads, column by column: what each prediction was made from, exactly. A lead is found by
 * its place; erasing some empties their places, so that the others keep theirs.
 */
import type { FieldValue } from '../../../model/bundle/field.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { readPackedIntegers, writePackedIntegers } from './packed-integers.ts'
import { openBlob, sealBlob } from './sealed-blob.ts'

/** One field of all leads of a chunk. */
export type RecordColumn =
  /** NaN is missing. */
  | { readonly kind: 'number'; readonly values: Float64Array<ArrayBuffer> }
  /** All texts end to end in UTF-8; `lengths` in UTF-16 units plus one, 0 for a missing one. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array; readonly lengths: Uint32Array<ArrayBuffer> }

export interface Records {
  readonly count: number
  readonly columns: readonly RecordColumn[]
}

const NUMBER = 0
const TEXT = 1

/** The blob of a chunk's records. */
export function encodeRecords({ count, columns }: Records): Uint8Array<ArrayBuffer> {
  const textBytes = columns.reduce(
    (sum, column) => sum + (column.kind === 'text' ? column.bytes.length : 0),
    0,
  )
  const out = new ByteWriter(textBytes + columns.length * count * 8 + 256)
  out.u32(count)
  out.u32(columns.length)
  for (const column of columns) {
    if (column.kind === 'number') {
      out.u8(NUMBER)
      out.array(column.values)
    } else {
      out.u8(TEXT)
      writePackedIntegers(out, column.lengths)
      out.u32(column.bytes.length)
      out.array(column.bytes)
    }
  }
  return sealBlob(out.finish())
}

/** Reads a blob of records; refuses a damaged one. */
export function decodeRecords(blob: Uint8Array): Records {
  const input = new ByteReader(openBlob(blob))
  const count = input.u32()
  const columns = Array.from({ length: input.u32() }, () => readColumn(input, count))
  return { count, columns }
}

function readColumn(input: ByteReader, count: number): RecordColumn {
  const kind = input.u8()
  if (kind === NUMBER) return { kind: 'number', values: new Float64Array(input.bytes(count * 8)) }
  if (kind === TEXT) {
    const lengths = readPackedIntegers(input, count)
    return { kind: 'text', lengths, bytes: new Uint8Array(input.bytes(input.u32())) }
  }
  throw new RangeError(`columns of kind ${kind} are not known`)
}

/** Reads single leads out of decoded records. */
export function recordReader(records: Records): (index: number) => FieldValue[] {
  const readers = records.columns.map(valueReader)
  return (index) => readers.map((read) => read(index))
}

function valueReader(column: RecordColumn): (index: number) => FieldValue {
  if (column.kind === 'number') {
    return (index) => {
      const value = column.values[index] ?? Number.NaN
      return Number.isNaN(value) ? null : value
    }
  }
  const { lengths } = column
  const text = decodeUtf8(column.bytes)
  const starts = new Uint32Array(lengths.length)
  let start = 0
  lengths.forEach((length, index) => {
    starts[index] = start
    start += Math.max(0, length - 1)
  })
  return (index) => {
    const length = lengths[index] ?? 0
    const from = starts[index] ?? 0
    return length === 0 ? null : text.slice(from, from + length - 1)
  }
}

/** The same records with the places of some leads emptied. */
export function eraseRecords(records: Records, erased: ReadonlySet<number>): Records {
  const columns = records.columns.map((column): RecordColumn => {
    if (column.kind === 'number') {
      const values = column.values.map((value, index) => (erased.has(index) ? Number.NaN : value))
      return { kind: 'number', values }
    }
    const read = valueReader(column)
    const kept = Array.from(column.lengths, (_, index) => (erased.has(index) ? null : read(index)))
    const lengths = column.lengths.map((length, index) => (erased.has(index) ? 0 : length))
    return { kind: 'text', bytes: Buffer.from(kept.join('')), lengths }
  })
  return { count: records.count, columns }
}

function decodeUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}
