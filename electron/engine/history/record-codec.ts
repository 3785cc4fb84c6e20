/**
 * The raw fields of a chunk's leads, column by column: what each prediction was made from, exactly. A lead is found by
 * its place; erasing some empties their places, so that the others keep theirs.
 */
import type { FieldValue } from '../../../model/bundle/field.ts'
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import { readPackedIntegers, writePackedIntegers } from './packed-integers.ts'
import { openBlob, sealBlob } from './sealed-blob.ts'
import { splitTexts } from './text-column.ts'

/** One field of all leads of a chunk. */
export type RecordColumn =
  /** NaN is missing. */
  | { readonly kind: 'number'; readonly values: Float64Array<ArrayBuffer> }
  /** All texts end to end in UTF-8; `lengths` in UTF-16 units plus one, 0 for a missing one. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array; readonly lengths: Uint32Array<ArrayBuffer> }
  | CategoryRecords

/** Each different value once; `valueNumbers` count them from 1, 0 for a missing one. */
interface CategoryRecords {
  readonly kind: 'category'
  readonly values: readonly string[]
  readonly valueNumbers: Uint32Array<ArrayBuffer>
}

export interface Records {
  readonly count: number
  readonly columns: readonly RecordColumn[]
}

const NUMBER = 0
const TEXT = 1
/** Categories are written so since they are read by code; before, they were texts. */
const CATEGORY = 2

/**
 * Where records are written before they are sealed, one chunk after the other: half a megabyte of new memory for each
 * has an import swept sixty times a million leads, which costs a twentieth of its processor time.
 */
let workspace = new ByteWriter()
/** One that long texts made larger is not kept. */
const WORKSPACE_BYTES = 4 * 1024 * 1024

/** The blob of a chunk's records. */
export function encodeRecords({ count, columns }: Records): Uint8Array<ArrayBuffer> {
  const out = workspace
  out.clear()
  out.u32(count)
  out.u32(columns.length)
  for (const column of columns) writeColumn(out, column)
  const blob = sealBlob(out.finish())
  if (out.capacity > WORKSPACE_BYTES) workspace = new ByteWriter()
  return blob
}

function writeColumn(out: ByteWriter, column: RecordColumn): void {
  switch (column.kind) {
    case 'number':
      out.u8(NUMBER)
      out.array(column.values)
      break
    case 'text':
      out.u8(TEXT)
      writeTexts(out, column.lengths, column.bytes)
      break
    case 'category':
      out.u8(CATEGORY)
      writePackedIntegers(out, column.valueNumbers)
      out.u32(column.values.length)
      writeTexts(
        out,
        Uint32Array.from(column.values, (value) => value.length + 1),
        Buffer.from(column.values.join('')),
      )
  }
}

function writeTexts(out: ByteWriter, lengths: Uint32Array, bytes: Uint8Array): void {
  writePackedIntegers(out, lengths)
  out.u32(bytes.length)
  out.array(bytes)
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
  if (kind === TEXT) return { kind: 'text', ...readTexts(input, count) }
  if (kind === CATEGORY) {
    const valueNumbers = readPackedIntegers(input, count)
    const { bytes, lengths } = readTexts(input, input.u32())
    const values = splitTexts({ text: decodeUtf8(bytes), lengths }).map((value) => value ?? '')
    return { kind: 'category', values, valueNumbers }
  }
  throw new RangeError(`columns of kind ${kind} are not known`)
}

function readTexts(input: ByteReader, count: number) {
  const lengths = readPackedIntegers(input, count)
  return { lengths, bytes: new Uint8Array(input.bytes(input.u32())) }
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
  if (column.kind === 'category') {
    const { values, valueNumbers } = column
    return (index) => values[(valueNumbers[index] ?? 0) - 1] ?? null
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
    if (column.kind === 'category') return eraseCategories(column, erased)
    const read = valueReader(column)
    const kept = Array.from(column.lengths, (_, index) => (erased.has(index) ? null : read(index)))
    const lengths = column.lengths.map((length, index) => (erased.has(index) ? 0 : length))
    return { kind: 'text', bytes: Buffer.from(kept.join('')), lengths }
  })
  return { count: records.count, columns }
}

/** Values that nobody else has go with the leads. */
function eraseCategories(
  { values, valueNumbers }: CategoryRecords,
  erased: ReadonlySet<number>,
): CategoryRecords {
  const left = valueNumbers.map((number, index) => (erased.has(index) ? 0 : number))
  const used = new Set(left)
  const kept = values.flatMap((value, index) => (used.has(index + 1) ? [{ value, number: index + 1 }] : []))
  const renumbered = new Map(kept.map(({ number }, index) => [number, index + 1]))
  return {
    kind: 'category',
    values: kept.map(({ value }) => value),
    valueNumbers: left.map((number) => renumbered.get(number) ?? 0),
  }
}

function decodeUtf8({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('utf8')
}
