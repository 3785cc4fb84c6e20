/** How a file separates its cells, and where its header begins. */
import { Refusal, refuse } from '../../../contract/result.ts'
import { COMMA, PIPE, SEMICOLON, TAB } from '../csv/ascii.ts'
import type { Sample } from '../source/byte-source.ts'
import { byteOrderMarkLength } from '../source/detect-file.ts'
import { sampleRows } from './sample-rows.ts'

export type Delimiter = ',' | ';' | '\t' | '|'

export interface Dialect {
  readonly delimiter: Delimiter
  readonly byteOrderMark: boolean
  /** First byte after a byte order mark and a `sep=` line. */
  readonly tableOffset: number
}

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']
const BYTES: Readonly<Record<Delimiter, number>> = { ',': COMMA, ';': SEMICOLON, '\t': TAB, '|': PIPE }
/** Rows that decide about the delimiter. */
const ROWS = 100

/** The delimiter as a byte. */
export function delimiterByte(delimiter: Delimiter): number {
  return BYTES[delimiter]
}

/** Finds the delimiter under which the rows agree best with the header about the number of cells. */
export function detectDialect(sample: Sample): Dialect {
  const afterMark = byteOrderMarkLength(sample.bytes)
  const byteOrderMark = afterMark > 0
  const line = /^"?sep=(.)"?\r?\n/i.exec(sample.bytes.toString('latin1', afterMark, afterMark + 12))
  if (line) {
    const delimiter = DELIMITERS.find((candidate) => candidate === line[1])
    if (!delimiter) {
      refuse(
        'delimiter_unknown',
        `The file says that its cells are separated by "${line[1]}", which cannot be read.`,
        'Save it with commas, semicolons or tabs between the cells.',
      )
    }
    return { delimiter, byteOrderMark, tableOffset: afterMark + line[0].length }
  }
  const scores = DELIMITERS.map((delimiter) => agreement(sample, afterMark, delimiter))
  const best = scores.indexOf(Math.max(...scores))
  return { delimiter: DELIMITERS[best] ?? ',', byteOrderMark, tableOffset: afterMark }
}

/** Columns beyond the first, times the share of rows that have as many cells as the header. */
function agreement(sample: Sample, offset: number, delimiter: Delimiter): number {
  const [header, ...rows] = firstRows(sample, offset, delimiter)
  if (!header || header.length < 2) return 0
  const agreeing = rows.filter((row) => row.length === header.length).length
  return (header.length - 1) * (rows.length === 0 ? 1 : agreeing / rows.length)
}

function firstRows(sample: Sample, offset: number, delimiter: Delimiter): string[][] {
  try {
    return sampleRows(sample, offset, BYTES[delimiter], ROWS).rows
  } catch (error) {
    // A limit exceeded under a wrong delimiter says nothing; under the right one it is met again when the file is read.
    if (error instanceof Refusal) return []
    throw error
  }
}
