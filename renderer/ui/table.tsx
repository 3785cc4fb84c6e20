import type { ReactNode } from 'react'
import classes from './table.module.css'

export interface TableColumn {
  readonly title: ReactNode
  /** Share or size; columns without one divide what is left. */
  readonly width?: string
}

interface TableProps {
  readonly columns: readonly TableColumn[]
  readonly labelledBy?: string
  readonly label?: string
  readonly busy?: boolean
  /** Short cells only: it stays a table in a narrow window too. */
  readonly steady?: boolean
  readonly children: ReactNode
}

/**
 * A table of facts, the same everywhere: quiet head, thin lines, and in a narrow window each row as a block of its own.
 * `data-look` of a cell: `figures` for numbers, `quiet` for what is secondary, `text` for text as it stands in a file.
 */
export function Table({ columns, labelledBy, label, busy = false, steady = false, children }: TableProps) {
  return (
    <table
      className={classes.table}
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-busy={busy}
      data-steady={steady}
    >
      <thead>
        <tr>
          {columns.map(({ title, width }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a table never change their places.
            <th key={index} scope="col" style={width ? { width } : {}}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  )
}
