/**
 * The coded fields of a chunk's leads, for monitoring: numbers as float32, categories as codes of the history's
 * dictionary, texts as length and number of parts. A tenth of the bytes of the records, and nothing to parse.
 */
import { ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'
import type { CodedColumn } from './lead-chunk.ts'
import { readPackedIntegers, writePackedIntegers } from './packed-integers.ts'
import { openBlob, sealBlob } from './sealed-blob.ts'

export interface CodedColumns {
  readonly count: number
  readonly columns: readonly CodedColumn[]
}

const NUMBER = 0
const CATEGORY = 1
const TEXT = 2

/** The blob of a chunk's coded columns; category codes must be the history's own. */
export function encodeColumns({ count, columns }: CodedColumns): Uint8Array<ArrayBuffer> {
  const out = new ByteWriter(columns.length * count * 8 + 64)
  out.u32(count)
  out.u32(columns.length)
  for (const column of columns) {
    switch (column.kind) {
      case 'number':
        out.u8(NUMBER)
        out.array(column.values)
        break
      case 'category':
        out.u8(CATEGORY)
        writePackedIntegers(out, column.codes)
        break
      case 'text':
        out.u8(TEXT)
        writePackedIntegers(out, toCodes(column.lengths))
        writePackedIntegers(out, toCodes(column.counts))
    }
  }
  // As they are: compressing would save 22 bytes a lead, and cost its writing and its reading an eighth of a microsecond.
  return sealBlob(out.finish(), null)
}

/** Reads a blob of coded columns; refuses a damaged one. */
export function decodeColumns(blob: Uint8Array): CodedColumns {
  const input = new ByteReader(openBlob(blob))
  const count = input.u32()
  const columns = Array.from({ length: input.u32() }, () => readColumn(input, count))
  return { count, columns }
}

function readColumn(input: ByteReader, count: number): CodedColumn {
  const kind = input.u8()
  switch (kind) {
    case NUMBER:
      return { kind: 'number', values: new Float32Array(input.bytes(count * 4)) }
    case CATEGORY:
      return { kind: 'category', codes: readPackedIntegers(input, count) }
    case TEXT: {
      const lengths = fromCodes(readPackedIntegers(input, count))
      return { kind: 'text', lengths, counts: fromCodes(readPackedIntegers(input, count)) }
    }
    default:
      throw new RangeError(`columns of kind ${kind} are not known`)
  }
}

/** Whole numbers from 0 with NaN for missing, as codes with 0 for missing. */
function toCodes(values: Float32Array): Uint32Array {
  const codes = new Uint32Array(values.length)
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? Number.NaN
    codes[i] = Number.isNaN(value) ? 0 : value + 1
  }
  return codes
}

function fromCodes(codes: Uint32Array): Float32Array<ArrayBuffer> {
  // A loop: a callback takes ten times as long, and a report decodes hundreds of these.
  const values = new Float32Array(codes.length)
  for (let i = 0; i < codes.length; i += 1) {
    const code = codes[i] as number
    values[i] = code === 0 ? Number.NaN : code - 1
  }
  return values
}

/** The same columns with the places of some leads emptied. */
export function eraseFromColumns(
  { count, columns }: CodedColumns,
  erased: ReadonlySet<number>,
): CodedColumns {
  return { count, columns: columns.map((column) => eraseFromColumn(column, erased)) }
}

function eraseFromColumn(column: CodedColumn, erased: ReadonlySet<number>): CodedColumn {
  const emptied = (value: number, index: number) => (erased.has(index) ? Number.NaN : value)
  switch (column.kind) {
    case 'number':
      return { kind: 'number', values: column.values.map(emptied) }
    case 'category':
      // NaN becomes 0 in whole numbers, which is the code of a missing category.
      return { kind: 'category', codes: column.codes.map(emptied) }
    case 'text':
      return { kind: 'text', lengths: column.lengths.map(emptied), counts: column.counts.map(emptied) }
  }
}
