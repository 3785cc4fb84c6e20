/** Whether a record has the shape of the header: if not, its values may stand in other columns. */
import { counted } from '../../sentences/counted.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import type { RowFinding } from './finding-sentences.ts'
import type { CellRemark } from './read-cell.ts'
import type { RowProblem } from './row-problem.ts'

export interface RecordShape {
  /** Why the row is no lead. */
  readonly problem: RowProblem | null
  /** Worth saying, though the row is accepted. */
  readonly remark: RowFinding | null
}

export type ShapeCheck = (record: CsvRecord) => RecordShape

const FITS: RecordShape = { problem: null, remark: null }
const STOPS_EARLY: RecordShape = { problem: null, remark: 'rows_too_short' }
const STRAY_QUOTES: RecordShape = { problem: null, remark: 'quote_stray' }
const NAMELESS: RecordShape = { problem: null, remark: 'row_without_header' }

/** The check for a file with these column names. Empty cells too many are harmless. */
export function createShapeCheck(headers: readonly string[]): ShapeCheck {
  const columns = headers.length
  const nameless = headers.flatMap((header, column) => (header.trim() === '' ? [column] : []))
  return (record) => {
    const { cellCount, strayQuotes } = record
    if (record.unclosedQuote) {
      return reject('quote_unclosed', 'A quotation mark is opened in this row and never closed.')
    }
    const fits = cellCount === columns || (cellCount > columns && !filledBeyond(record, columns))
    if (!fits) return otherShape(record, columns)
    if (strayQuotes) return STRAY_QUOTES
    return nameless.length > 0 && filled(record, nameless) ? NAMELESS : FITS
  }
}

/**
 * Why a row that stops early is no lead after all: one of its cells could not be read, so its values seem to stand in
 * other columns than they should. Null when it is one.
 */
export function shiftedRow(shape: RecordShape, remark: CellRemark): RowProblem | null {
  if (shape.remark !== 'rows_too_short' || remark.kind !== 'missing') return null
  const message = `The row stops early, and its values seem to stand in the wrong columns. ${remark.message}`
  return { reason: 'rows_too_short', message }
}

function otherShape(record: CsvRecord, columns: number): RecordShape {
  const { cellCount, strayQuotes } = record
  const cells = `The row has ${counted(cellCount, 'cell')} where the file has ${counted(columns, 'column')}`
  if (strayQuotes) return reject('quote_stray', `${cells}, and quotation marks where none belong.`)
  if (cellCount > columns) return reject('rows_too_long', `${cells}.`)
  if (cellCount === 1 && columns > 2) {
    return reject('rows_too_short', `${cells}: it is a line of text, not a lead.`)
  }
  return STOPS_EARLY
}

function reject(reason: string, message: string): RecordShape {
  return { problem: { reason, message }, remark: null }
}

function filled(record: CsvRecord, columns: readonly number[]): boolean {
  return columns.some((column) => cellText(record, column).trim() !== '')
}

function filledBeyond(record: CsvRecord, columns: number): boolean {
  for (let cell = columns; cell < record.cellCount; cell++) {
    if (cellText(record, cell).trim() !== '') return true
  }
  return false
}
