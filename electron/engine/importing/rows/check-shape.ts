/** Whether a record has the shape of the header: if not, its values may stand in other columns. */
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { counted } from '../words.ts'
import type { FindingSentence } from './finding-collector.ts'
import type { RowProblem } from './row-problem.ts'

/** Worth saying, though the row is accepted. */
export interface ShapeRemark {
  readonly code: string
  readonly sentence: FindingSentence
}

export interface RecordShape {
  readonly problem: RowProblem | null
  readonly remark: ShapeRemark | null
}

const FITS: RecordShape = { problem: null, remark: null }

const STOPS_EARLY: ShapeRemark = {
  code: 'rows_too_short',
  sentence: (rows, count) =>
    `${rows} ${count === 1 ? 'stops' : 'stop'} early; what is not there counts as missing.`,
}
const STRAY_QUOTES: ShapeRemark = {
  code: 'quote_stray',
  sentence: (rows, count) =>
    `${rows} ${count === 1 ? 'holds' : 'hold'} quotation marks where none belong; they were kept as text.`,
}

/** Compares a record with a header of `columns` cells. Empty cells too many are harmless. */
export function checkShape(record: CsvRecord, columns: number): RecordShape {
  const { cellCount, strayQuotes } = record
  if (record.unclosedQuote) {
    return reject('quote_unclosed', 'A quotation mark is opened in this row and never closed.')
  }
  if (cellCount === columns) return strayQuotes ? { problem: null, remark: STRAY_QUOTES } : FITS
  const cells = `The row has ${counted(cellCount, 'cell')} where the header has ${counted(columns, 'column')}`
  if (strayQuotes) return reject('quote_stray', `${cells}, and quotation marks where none belong.`)
  if (cellCount > columns) return filledBeyond(record, columns) ? reject('rows_too_long', `${cells}.`) : FITS
  if (cellCount === 1 && columns > 2) {
    return reject('rows_too_short', `${cells}: it is a line of text, not a lead.`)
  }
  return { problem: null, remark: STOPS_EARLY }
}

function reject(reason: string, message: string): RecordShape {
  return { problem: { reason, message }, remark: null }
}

function filledBeyond(record: CsvRecord, columns: number): boolean {
  for (let cell = columns; cell < record.cellCount; cell++) {
    if (cellText(record, cell).trim() !== '') return true
  }
  return false
}
