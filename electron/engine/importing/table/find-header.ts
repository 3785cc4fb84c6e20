/** Finds the line with the column names, which may stand below a title or be separated in another way than the rows. */
import { DELIMITERS, type Delimiter, type ReadSettings } from '../../../contract/import-settings.ts'
import type { Finding, Question } from '../../../contract/importing.ts'
import { refuse } from '../../../contract/result.ts'
import { askAboutHeader, looksLikeData } from './ask-header.ts'
import { delimiterByte } from './detect-dialect.ts'
import { type SampleRecord, sampleRecords } from './sample-records.ts'
import { skippedLines } from './skipped-lines.ts'
import { tableWidth } from './table-width.ts'

export interface FoundHeader {
  /** Which line that is not blank holds the column names, from 1; 0: none does. */
  readonly line: number
  readonly headers: readonly string[]
  /** The line as it stands, empty when there is none. */
  readonly text: string
  /** Where the rows begin, from where sampling began. */
  readonly rowsOffset: number
  readonly findings: readonly Finding[]
  readonly questions: readonly Question[]
}

/** Lines above a table: a title, a period, filters. Files with more of them are not seen. */
const MAX_PREAMBLE = 30

/** Finds the header among a file's first records that are not blank. */
export function findHeader(
  records: readonly SampleRecord[],
  delimiter: Delimiter,
  chosen: ReadSettings['header'],
): FoundHeader {
  const width = tableWidth(records)
  const preamble = chosen === undefined ? preambleLines(records, width) : Math.max(0, chosen - 1)
  const mixed = chosen === undefined ? otherwiseSeparated(records, preamble, width, delimiter) : null
  const line = chosen ?? (mixed ? mixed.line : preamble + 1)
  if (line === 0) return withoutHeader(records, width, [])
  const record = records[line - 1]
  if (!record) {
    return refuse(
      'header_missing',
      `The file has no line ${line} that could hold the column names.`,
      'Choose another line.',
    )
  }
  if (record.unclosedQuote) {
    refuse(
      'quote_unclosed',
      'In the line with the column names a quotation mark is opened and never closed.',
      'Repair that line, or export the list again.',
    )
  }
  const headers = mixed?.cells ?? record.cells
  const questions = chosen === undefined ? askAboutHeader(headers, records.slice(line), line) : []
  if (questions[0]?.code === 'header_missing') return withoutHeader(records, width, questions)
  const findings = [
    ...skippedLines('preamble_skipped', records.slice(0, line - 1)),
    ...(mixed ? [mixed.finding] : []),
  ]
  return { line, headers, text: record.text, rowsOffset: record.nextOffset, findings, questions }
}

function withoutHeader(
  records: readonly SampleRecord[],
  width: number,
  questions: readonly Question[],
): FoundHeader {
  const columns = Math.max(width, records[0]?.cells.length ?? 0)
  const headers = Array.from({ length: columns }, (_, column) => `Column ${column + 1}`)
  return { line: 0, headers, text: '', rowsOffset: 0, findings: [], questions }
}

/** How many lines stand above the first that could hold column names. */
function preambleLines(records: readonly SampleRecord[], width: number): number {
  const lines = records.findIndex((record) => !isPreamble(record, width))
  return lines < 0 || lines > MAX_PREAMBLE || lines === records.length - 1 ? 0 : lines
}

/** A line of text, or of few cells where the table has many; some programs fill it up with delimiters. */
function isPreamble({ cells, filled }: SampleRecord, width: number): boolean {
  if (width < 2) return false
  if (cells.length < width) return cells.length === 1 || filled <= width / 2
  return width >= 4 && filled <= width * 0.4
}

interface OtherwiseSeparated {
  readonly line: number
  readonly cells: readonly string[]
  readonly finding: Finding
}

/** The line right above the rows, when another delimiter makes as many column names of it as the rows have cells. */
function otherwiseSeparated(
  records: readonly SampleRecord[],
  preamble: number,
  width: number,
  delimiter: Delimiter,
): OtherwiseSeparated | null {
  const record = records[preamble - 1]
  if (width < 2 || !record || record.cells.length >= width) return null
  for (const other of DELIMITERS) {
    if (other === delimiter) continue
    const [line] = sampleRecords(Buffer.from(record.text), {
      delimiter: delimiterByte(other),
      limit: 1,
      whole: true,
    })
    if (line?.cells.length !== width || line.filled < width || line.cells.some(looksLikeData)) continue
    const message = `The column names are separated by ${NAMES[other]}, the rows by ${NAMES[delimiter]}; both were read.`
    return { line: preamble, cells: line.cells, finding: { code: 'delimiter_mixed', message } }
  }
  return null
}

const NAMES: Readonly<Record<Delimiter, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
}
