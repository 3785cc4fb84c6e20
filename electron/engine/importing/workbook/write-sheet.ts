/** Writes the rows of a sheet as CSV text. */
import { csvCell } from '../csv/csv-text.ts'
import { type NumberFormat, PLAIN_FORMAT } from './number-format.ts'
import { unescapeText } from './parse-xml.ts'
import type { MergedColumn } from './read-merges.ts'
import type { SheetCell } from './read-sheet.ts'
import type { SharedStrings } from './shared-strings.ts'
import type { TextFile } from './text-file.ts'
import { writeNumber } from './write-number.ts'

export interface SheetTexts {
  readonly strings: SharedStrings
  readonly formats: readonly NumberFormat[]
  readonly from1904: boolean
  /** In order of their first row. */
  readonly merges: readonly MergedColumn[]
}

/** Blank rows tell a title or a footer from the table; how many there are does not matter. */
const MAX_BLANK_ROWS = 2

type CellText = string | Buffer

/** The writer of one sheet: a function that takes its rows in order. */
export function createSheetWriter(
  out: TextFile,
  texts: SheetTexts,
): (row: number, cells: readonly SheetCell[]) => void {
  const fillDown = createFillDown(texts.merges)
  let rowBefore = 0
  return (row, cells) => {
    const gap = Math.min(MAX_BLANK_ROWS, row - rowBefore - 1)
    if (rowBefore > 0 && gap > 0) out.writeText('\n'.repeat(gap))
    rowBefore = row
    const line: (CellText | undefined)[] = []
    for (const cell of cells) line[cell.column] = cellText(cell, texts)
    fillDown(row, line)
    for (let column = 0; column < line.length; column++) {
      if (column > 0) out.writeText(',')
      const text = line[column]
      if (typeof text === 'string') out.writeText(text)
      else if (text) out.writeBytes(text)
    }
    out.writeText('\n')
  }
}

/** A cell as it stands in the CSV text. A formula of which no result is stored stands there itself, so that it is noticed. */
function cellText(cell: SheetCell, { strings, formats, from1904 }: SheetTexts): CellText {
  const { type, value, formula } = cell
  if (value === '') return csvCell(`=${formula}`)
  if (type === 's') return strings.cell(Number(value)) ?? ''
  if (type === 'b') return value === '0' || value === 'false' ? 'FALSE' : 'TRUE'
  if (type === 'n') return csvCell(writeNumber(value, formats[cell.style] ?? PLAIN_FORMAT, from1904))
  return csvCell(unescapeText(value))
}

/** Puts the value of a merged area into the rows below its first. */
function createFillDown(
  merges: readonly MergedColumn[],
): (row: number, line: (CellText | undefined)[]) => void {
  let next = 0
  let open: { readonly merge: MergedColumn; readonly text: CellText | undefined }[] = []
  return (row, line) => {
    if (open.length > 0) open = open.filter(({ merge }) => merge.last >= row)
    for (const { merge, text } of open) line[merge.column] ??= text
    for (let merge = merges[next]; merge && merge.first <= row; merge = merges[++next]) {
      const text = merge.first === row ? line[merge.column] : undefined
      // The text of the sheet may be reused by the next row, so bytes are kept as they are: they lie outside of it.
      if (text !== undefined && merge.last > row) open.push({ merge, text })
    }
  }
}
