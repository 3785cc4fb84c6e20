import type { ReactNode } from 'react'
import type { FileColumn, FileRow } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { formatCount, plural } from '../../format/numbers.ts'
import { targetLabel } from '../state/mapping.ts'
import { type OpenFile, targetsOf } from '../state/open-file.ts'
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
}

/** Rows of a file as in a spreadsheet: what each column is called, what it means to the app, and the cells. */
export function CellSheet({ label, file, rows, focus = null, renderFocus }: CellSheetProps) {
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
                {columns.map(({ index }) => {
                  const text = row.cells[index] ?? ''
                  return (
                    <td key={index} data-focus={index === focus} title={text}>
                      {index === focus && renderFocus ? renderFocus(row, text) : text}
                    </td>
                  )
                })}
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

  function meaning({ index }: FileColumn): string | null {
    const target = targets.get(index)
    return target ? targetLabel(target, fields) : null
  }
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
