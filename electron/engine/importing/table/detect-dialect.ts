/** How a file separates its cells, and where its lines begin. */
import { DELIMITERS, type Delimiter } from '../../../contract/import-settings.ts'
import { Refusal, refuse } from '../../../contract/result.ts'
import { COMMA, PIPE, SEMICOLON, TAB } from '../csv/ascii.ts'
import type { Sample } from '../source/byte-source.ts'
import { byteOrderMarkLength } from '../source/utf8.ts'
import { type SampleRecord, sampleRecords } from './sample-records.ts'
import { tableWidth } from './table-width.ts'

export interface Dialect {
  readonly delimiter: Delimiter
  readonly byteOrderMark: boolean
  /** First byte after a byte order mark and a `sep=` line. */
  readonly tableOffset: number
}

const BYTES: Readonly<Record<Delimiter, number>> = { ',': COMMA, ';': SEMICOLON, '\t': TAB, '|': PIPE }
/** Records that decide about the delimiter. */
const RECORDS = 100

/** The delimiter as a byte. */
export function delimiterByte(delimiter: Delimiter): number {
  return BYTES[delimiter]
}

/** Finds the delimiter: the one chosen, the one a `sep=` line names, or the one under which the rows agree best. */
export function detectDialect(sample: Sample, chosen?: Delimiter): Dialect {
  const afterMark = byteOrderMarkLength(sample.bytes)
  const byteOrderMark = afterMark > 0
  const line = /^"?sep=(.)"?(?:\r\n|\r|\n)/i.exec(sample.bytes.toString('latin1', afterMark, afterMark + 12))
  const tableOffset = afterMark + (line?.[0].length ?? 0)
  const delimiter = chosen ?? (line ? namedDelimiter(line[1] ?? '') : likeliest(sample, tableOffset))
  return { delimiter, byteOrderMark, tableOffset }
}

function namedDelimiter(sign: string): Delimiter {
  return (
    DELIMITERS.find((candidate) => candidate === sign) ??
    refuse(
      'delimiter_unknown',
      `The file says that its cells are separated by "${sign}", which cannot be read.`,
      'Save it with commas, semicolons or tabs between the cells.',
    )
  )
}

function likeliest(sample: Sample, offset: number): Delimiter {
  const scores = DELIMITERS.map((delimiter) => agreement(firstRecords(sample, offset, delimiter)))
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ','
}

/** Columns beyond the first, times the share of records that have as many cells. */
function agreement(records: readonly SampleRecord[]): number {
  const width = tableWidth(records)
  const agreeing = records.filter(({ cells }) => cells.length === width).length
  return ((width - 1) * agreeing) / Math.max(1, records.length)
}

function firstRecords(sample: Sample, offset: number, delimiter: Delimiter): SampleRecord[] {
  try {
    const { whole } = sample
    return sampleRecords(sample.bytes.subarray(offset), {
      delimiter: BYTES[delimiter],
      limit: RECORDS,
      whole,
    })
  } catch (error) {
    // A limit exceeded under a wrong delimiter says nothing; under the right one it is met again when the file is read.
    if (error instanceof Refusal) return []
    throw error
  }
}
