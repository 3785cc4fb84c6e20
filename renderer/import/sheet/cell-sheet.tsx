import type { ReactNode } from 'react'
import type { FileColumn, FileRow } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount, plural } from '../../format/numbers.ts'
import { targetLabel } from '../state/mapping.ts'
import { type OpenFile, targetsOf } from '../state/open-file.ts'
import type { CellPlace, CellReading } from './cell-reading.ts'
import classes from './cell-sheet.module.css'
import { shownColumns } from './shown-columns.ts'

interface CellSheetProps {
  readonly label: string
  readonly file: OpenFile
  readonly rows: readonly FileRow[]
  /** The column it is about: marked, and the first. */
  readonly focus?: number | null
  /** What stands in a cell of that column. */
  readonly renderFocus?: (row: FileRow, text: string) => ReactNode
  /** What becomes of a cell; absent where the cells are shown as they stand. */
  readonly readingOf?: (cell: CellPlace) => CellReading | null
  /** Why a row is left out as a whole; null for one that is not. */
  readonly leftOutBecause?: (row: number) => string | null
}

/** Rows of a file as in a spreadsheet: what each column is called, what it means to the app, and the cells. */
export function CellSheet(props: CellSheetProps) {
  const { label, file, rows, focus = null, renderFocus, readingOf, leftOutBecause } = props
  const { fields } = useManifest()
  const targets = targetsOf(file)
  const columns = shownColumns(file.inspection.columns, targets, focus)
  const hidden = file.inspection.columns.length - columns.length
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className={classes.frame} aria-label={label} tabIndex={0}>
        <table className={classes.sheet}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                Row
              </th>
              {columns.map((column) => (
                <ColumnHead
                  key={column.index}
                  column={column}
                  meaning={meaning(column)}
                  focused={column.index === focus}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row} data-row={row.row}>
                <th scope="row" className={classes.number}>
                  {formatCount(row.row)}
                </th>
                <RowCells
                  row={row}
                  columns={columns}
                  leftOut={leftOutBecause?.(row.row) ?? null}
                  renderCell={renderCell}
                />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {hidden > 0 ? (
        <p className={classes.hidden}>
          {formatCount(hidden)} more {plural(hidden, 'column', 'columns')} not shown here.
        </p>
      ) : null}
    </>
  )

  function renderCell(row: FileRow, index: number): ReactNode {
    const text = row.cells[index] ?? ''
    if (index === focus && renderFocus) {
      return (
        <td key={index} data-focus title={text}>
          {renderFocus(row, text)}
        </td>
      )
    }
    const reading = readingOf?.({ row: row.row, column: index, text }) ?? null
    return <Cell key={index} text={text} reading={reading} />
  }

  function meaning({ index }: FileColumn): string | null {
    const target = targets.get(index)
    return target ? targetLabel(target, fields) : null
  }
}

interface RowCellsProps {
  readonly row: FileRow
  readonly columns: readonly FileColumn[]
  readonly leftOut: string | null
  readonly renderCell: (row: FileRow, index: number) => ReactNode
}

/** The cells of a row; for one that is left out the reason, as its cells may stand below the wrong names. */
function RowCells({ row, columns, leftOut, renderCell }: RowCellsProps) {
  if (leftOut === null) return columns.map(({ index }) => renderCell(row, index))
  return (
    <td colSpan={columns.length} data-left-out title={row.cells.join(' · ')}>
      Left out. {leftOut}
    </td>
  )
}

/** A cell that is not read as it stands says so by its look, its tip and, to a screen reader, in words. */
function Cell({ text, reading }: { readonly text: string; readonly reading: CellReading | null }) {
  if (!reading) return <td title={text}>{text}</td>
  const { kind, remark } = reading
  return (
    <td title={remark} data-reading={kind}>
      <span>{reading.text.trim() === '' ? 'empty' : reading.text}</span>
      <span className="visually-hidden">{READING_WORDS[kind]}</span>
    </td>
  )
}

const READING_WORDS: Readonly<Record<CellReading['kind'], string>> = {
  lost: ' (cannot be read)',
  repaired: ' (read differently)',
  fixed: ' (corrected)',
}

interface ColumnHeadProps {
  readonly column: FileColumn
  readonly meaning: string | null
  readonly focused: boolean
}

function ColumnHead({ column: { index, header }, meaning, focused }: ColumnHeadProps) {
  return (
    <th scope="col" data-focus={focused} data-used={meaning !== null}>
      <span className={classes.header}>{header.trim() || `Column ${index + 1}`}</span>
      <span className={classes.meaning}>{meaning ?? 'ignored'}</span>
    </th>
  )
}
