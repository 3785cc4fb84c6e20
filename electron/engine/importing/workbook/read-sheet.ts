/** Reads the cells of a sheet, row by row. */
import { refuse } from '../../../contract/result.ts'
import { MAX_COLUMNS } from '../limits.ts'
import { lengthened, parseXml } from './parse-xml.ts'

/** A cell as it stands in the workbook. */
export interface SheetCell {
  /** From 0. */
  readonly column: number
  /** `s` shared text, `n` number, `b` truth value, `e` error, `str` and `inlineStr` text, `d` date. */
  readonly type: string
  readonly style: number
  /** What a program computed or a person typed; empty when nothing is stored. */
  readonly value: string
  readonly formula: string
}

export interface SheetHandlers {
  /** A row with at least one cell that holds something; rows are counted from 1. */
  row(row: number, cells: readonly SheetCell[]): void
  /** How far the sheet says that it goes, e.g. `A1:L40`. */
  extent?(reference: string): void
}

/** The column of a reference like `AB12`, from 0; -1 when it names none. */
export function columnOf(reference: string): number {
  let column = 0
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64
    if (letter < 1 || letter > 26 || column > MAX_COLUMNS) break
    column = column * 26 + letter
  }
  return column - 1
}

function checkColumn(column: number): void {
  if (column < MAX_COLUMNS) return
  refuse(
    'too_many_columns',
    `A cell of the sheet stands beyond column ${MAX_COLUMNS.toLocaleString('en')}.`,
    'Delete what stands far to the right of the list.',
    { limit: MAX_COLUMNS },
  )
}

/** Reads a sheet; `goOn` is asked between pieces. Cells and rows without a place follow the one before. */
export async function readSheet(
  pieces: AsyncIterable<Buffer>,
  handlers: SheetHandlers,
  goOn: () => boolean,
): Promise<void> {
  const reader = createSheetReader(handlers)
  await parseXml(pieces, reader, goOn)
}

type Part = 'value' | 'formula' | 'text' | null

function createSheetReader(handlers: SheetHandlers): Parameters<typeof parseXml>[1] {
  let row = 0
  let cells: SheetCell[] = []
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let formula = ''
  let part: Part = null
  let aside = 0

  function openCell(attributes: Readonly<Record<string, string>>): void {
    const place = attributes.r === undefined ? -1 : columnOf(attributes.r)
    column = place < 0 ? column + 1 : place
    // Cells that claim the same place count, too.
    checkColumn(Math.max(column, cells.length))
    type = attributes.t ?? 'n'
    style = Number(attributes.s ?? 0)
    value = ''
    formula = ''
  }

  function closeCell(): void {
    if (value !== '' || formula !== '') cells.push({ column, type, style, value, formula })
  }

  return {
    open(name, attributes) {
      part = null
      if (name === 'c') openCell(attributes)
      else if (name === 'v') part = 'value'
      else if (name === 't' && aside === 0) part = 'text'
      else if (name === 'f') part = 'formula'
      else if (name === 'rPh') aside++
      else if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        cells = []
        column = -1
      } else if (name === 'dimension') handlers.extent?.(attributes.ref ?? '')
    },
    text(piece) {
      if (part === 'formula') formula = lengthened(formula, piece)
      else if (part !== null) value = lengthened(value, piece)
    },
    close(name) {
      part = null
      if (name === 'c') closeCell()
      else if (name === 'rPh') aside--
      else if (name === 'row' && cells.length > 0) handlers.row(row, cells)
    },
  }
}
