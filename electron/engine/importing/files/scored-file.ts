/** Writes the scored copy of a file: its accepted rows with their original columns, then score, label and band. */
import type { Scored } from '../../../contract/lead.ts'
import { CR, TAB } from '../csv/ascii.ts'
import { BYTE_ORDER_MARK, csvCell } from '../csv/csv-text.ts'
import { type CsvRecord, cellText } from '../csv/csv-tokenizer.ts'
import { escapeFormula } from '../csv/formula-apostrophe.ts'
import { parsePlainNumber } from '../rows/parse-plain-number.ts'
import type { LeadTable } from '../table/open-table.ts'
import type { ScoredRows } from './scored-rows.ts'

/** First bytes of cells that a spreadsheet may run; 0xEF begins the full-width signs, and much else. */
const MAY_RUN = new Uint8Array(256)
for (const byte of [0x3d, 0x2b, 0x2d, 0x40, TAB, CR, 0x0a, 0xef]) MAY_RUN[byte] = 1

const NEW_COLUMNS = ['score', 'label', 'band']

export interface ScoredFile {
  /** Keeps a row's text until its score is known. */
  hold(record: CsvRecord): void
  /** Writes the rows held, with one verdict each. */
  release(verdict: (index: number) => Scored): void
  finish(): void
  discard(): void
}

/** Begins the scored copy with the header of the original; a table without one gets the names its columns go by. */
export function createScoredFile(
  rows: ScoredRows,
  { headers, dialect }: Pick<LeadTable, 'headers' | 'dialect'>,
): ScoredFile {
  const { delimiter, byteOrderMark } = dialect
  const columns = headers.length
  const held: Buffer[] = []
  /** That of the first row; unknown before. */
  let lineEnd = ''

  function begin(firstRow: CsvRecord | null): void {
    lineEnd = firstRow?.bytes[firstRow.end] === CR ? '\r\n' : '\n'
    const names = headers.map((header) => csvCell(escapeOnce(header)))
    const mark = byteOrderMark ? BYTE_ORDER_MARK : ''
    rows.begin(Buffer.from(mark + [...names, ...NEW_COLUMNS].join(delimiter) + lineEnd))
  }

  return {
    hold(record) {
      if (lineEnd === '') begin(record)
      held.push(rowBytes(record, columns, delimiter))
    },
    release(verdict) {
      held.forEach((row, index) => {
        const { score, label, band } = verdict(index)
        const cells = Buffer.from(['', score, csvCell(label), band].join(delimiter) + lineEnd)
        rows.add(Buffer.concat([row, cells]), score)
      })
      held.length = 0
    },
    finish() {
      if (lineEnd === '') begin(null)
      rows.finish()
    },
    discard: () => rows.discard(),
  }
}

/** The row as it stands in the file where that is safe and regular, else written anew. */
function rowBytes(record: CsvRecord, columns: number, delimiter: string): Buffer {
  const { bytes, start, end } = record
  return isPlain(record, columns)
    ? Buffer.from(bytes.subarray(start, end))
    : rewritten(record, columns, delimiter)
}

function isPlain(record: CsvRecord, columns: number): boolean {
  const { bytes, starts, ends, cellCount, strayQuotes } = record
  if (cellCount !== columns || strayQuotes) return false
  for (let cell = 0; cell < cellCount; cell++) {
    const start = starts[cell] as number
    const end = ends[cell] as number
    if (
      start < end &&
      MAY_RUN[bytes[start] as number] === 1 &&
      Number.isNaN(parsePlainNumber(bytes, start, end))
    )
      return false
  }
  return true
}

function rewritten(record: CsvRecord, columns: number, delimiter: string): Buffer {
  const cells = Array.from({ length: columns }, (_, cell) =>
    cell < record.cellCount ? safeCell(record, cell) : '',
  )
  return Buffer.from(cells.join(delimiter))
}

function safeCell(record: CsvRecord, cell: number): string {
  const text = cellText(record, cell)
  const isNumber = !Number.isNaN(
    parsePlainNumber(record.bytes, record.starts[cell] as number, record.ends[cell] as number),
  )
  const safe = isNumber ? text : escapeOnce(text)
  return record.quotes[cell] === 0 ? csvCell(safe) : `"${safe.replaceAll('"', '""')}"`
}

/** Text that already carries the apostrophe keeps it as it is. */
function escapeOnce(text: string): string {
  return text.startsWith("'") ? text : escapeFormula(text)
}
