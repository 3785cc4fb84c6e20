import type { Reject } from '../../electron/contract/importing.ts'
import { formatCount, plural } from '../format/numbers.ts'
import { Card } from '../ui/card.tsx'
import classes from './reject-table.module.css'

interface RejectTableProps {
  readonly rejects: readonly Reject[]
  readonly total: number
}

/** Rows that could not be scored: where they stand, why, and what was in them. */
export function RejectTable({ rejects, total }: RejectTableProps) {
  const title = `${formatCount(total)} rejected ${plural(total, 'row', 'rows')}`
  return (
    <Card
      title={title}
      labelledBy="rejects-title"
      flush
      aside={
        total > rejects.length ? (
          <span className={classes.quiet}>The first {formatCount(rejects.length)} are shown</span>
        ) : null
      }
    >
      <p className={classes.nextStep}>
        They are not in your list. Correct them in a copy of the file that holds only these rows, and import
        that copy. Row 1 is the first one below the column names.
      </p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Why</th>
            <th scope="col">Text in the file</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map((reject) => (
            <tr key={`${reject.row} ${reject.reason} ${reject.message}`} data-reason={reject.reason}>
              <td className="figures">{formatCount(reject.row)}</td>
              <td>{reject.message}</td>
              <td className={classes.text} title={reject.text}>
                {reject.text}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
