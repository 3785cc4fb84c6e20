/** Rows of a file as they stand, for looking at them. */
import { type FileRow, SHOWN_CELL_CHARACTERS } from '../../../contract/importing.ts'
import { shortened } from '../../sentences/shortened.ts'
import { cellText } from '../csv/csv-tokenizer.ts'
import type { LeadReader } from '../rows/lead-reader.ts'

/** Rows between two looks at whether the user still wants them. */
const ROWS_AT_A_TIME = 256

/** The rows of these numbers, in the order of the file; a number beyond its end gives none. */
export function fileRows(
  reader: LeadReader,
  columns: number,
  rows: readonly number[],
  cancelled: () => boolean,
): FileRow[] {
  const wanted = new Set(rows)
  const found: FileRow[] = []
  while (found.length < wanted.size && reader.next()) {
    if (reader.row % ROWS_AT_A_TIME === 0 && cancelled()) break
    if (!wanted.has(reader.row)) continue
    const { record } = reader
    found.push({
      row: reader.row,
      cells: Array.from({ length: Math.max(columns, record.cellCount) }, (_, cell) =>
        cell < record.cellCount ? shortened(cellText(record, cell), SHOWN_CELL_CHARACTERS) : '',
      ),
    })
  }
  return found
}
