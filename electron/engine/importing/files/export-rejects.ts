/** Writes the rejected rows of an import to a file that can be repaired and imported again. */
import { basename } from 'node:path'
import type { ExportSummary } from '../../../contract/history.ts'
import type { Delimiter } from '../../../contract/import-settings.ts'
import { refuse } from '../../../contract/result.ts'
import type { ChunkReject } from '../../history/lead-chunk.ts'
import type { RejectedFrom } from '../../history/read-rejects.ts'
import { BYTE_ORDER_MARK, csvCell, LINE_END } from '../csv/csv-text.ts'
import { CsvTokenizer, cellText } from '../csv/csv-tokenizer.ts'
import { escapeFormula } from '../csv/formula-apostrophe.ts'
import { delimiterByte } from '../table/detect-dialect.ts'
import type { AtomicFile } from './atomic-file.ts'

/** Header of the column that says why a row was not taken; the importer knows it and leaves it out. */
export const REASON_COLUMN = 'Leadlight: why not taken'

export interface RejectsRequest {
  readonly from: RejectedFrom
  readonly rejects: Iterable<ChunkReject>
  readonly file: AtomicFile
  readonly path: string
}

/** Writes the file whole or not at all: the columns of the original, then the reason. */
export function exportRejects({ from, rejects, file, path }: RejectsRequest): ExportSummary {
  const { headers, settings } = from
  if (headers === null || settings === null) {
    refuse(
      'nothing_to_export',
      'This import was made by an older version of Leadlight, which did not keep its column names.',
      'The rejected rows are shown with the import.',
    )
  }
  const delimiter = settings.read.delimiter ?? ','
  let rows = 0
  try {
    file.write(Buffer.from(BYTE_ORDER_MARK + line([...headers, REASON_COLUMN], delimiter)))
    for (const reject of rejects) {
      const cells = rowCells(reject.text, delimiter, headers.length)
      file.write(Buffer.from(line([...cells, reasonOf(reject)], delimiter)))
      rows++
    }
    if (rows === 0) refuse('nothing_to_export', 'No row of this import was rejected.')
    file.finish()
    return { fileName: basename(path), rows }
  } finally {
    file.discard()
  }
}

/** A repeated line of column names stays one: it must not be taken for a lead when the file comes back. */
function reasonOf({ reason, message }: ChunkReject): string {
  return reason === 'header_repeated' ? REASON_COLUMN : message
}

/**
 * The row's cells, at least as many as there are columns. A row with too many keeps them all, so that it is rejected
 * again until somebody has put them right.
 */
function rowCells(text: string, delimiter: Delimiter, columns: number): string[] {
  const cells = splitRow(text, delimiter)
  return Array.from({ length: Math.max(columns, cells.length) }, (_, column) => cells[column] ?? '')
}

/** Quotes that may be the one too many; a row with more of them is not looked at further. */
const QUOTES = 50
/** Of Unicode's private use: no file has it. */
const PLACEHOLDER = '\uF8FF'

/**
 * The cells of a row with a quote that is never closed: with that quote as a plain character, which is easily seen and
 * taken out. It is the first without which all others close.
 */
function splitAtQuote(text: string, delimiter: Delimiter): string[] {
  let at = text.indexOf('"')
  for (let tried = 0; at >= 0 && tried < QUOTES; tried++) {
    const without = `${text.slice(0, at)}${PLACEHOLDER}${text.slice(at + 1)}`
    const cells = cellsOf(without, delimiter)
    if (cells) return cells.map((cell) => cell.replace(PLACEHOLDER, '"'))
    at = text.indexOf('"', at + 1)
  }
  return text.split(delimiter)
}

function splitRow(text: string, delimiter: Delimiter): string[] {
  return cellsOf(text, delimiter) ?? splitAtQuote(text, delimiter)
}

/** The cells of a row; null when a quote in it is never closed. */
function cellsOf(text: string, delimiter: Delimiter): string[] | null {
  const tokenizer = new CsvTokenizer(delimiterByte(delimiter))
  tokenizer.feed(Buffer.from(text))
  tokenizer.end()
  const cells: string[] = []
  while (tokenizer.next()) {
    const { record } = tokenizer
    if (record.unclosedQuote) return null
    for (let cell = 0; cell < record.cellCount; cell++) cells.push(cellText(record, cell))
  }
  return cells
}

function line(cells: readonly string[], delimiter: Delimiter): string {
  return cells.map(safeCell).join(delimiter) + LINE_END
}

function safeCell(text: string): string {
  // A text that already carries the apostrophe keeps it as it is; a number is no formula, whatever its sign.
  const safe = text.startsWith("'") || /^[+-]?\d+(?:[.,]\d+)*$/.test(text) ? text : escapeFormula(text)
  return csvCell(safe)
}
