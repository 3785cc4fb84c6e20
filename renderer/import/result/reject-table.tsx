import type { Reject } from '../../../electron/contract/importing.ts'
import { formatCount } from '../../format/numbers.ts'
import { Table } from '../../ui/table.tsx'
import classes from '../import.module.css'

interface RejectTableProps {
  readonly rejects: readonly Reject[]
  readonly total: number
}

/** Rows that are not scored: where they stand, why, and what is in them. */
export function RejectTable({ rejects, total }: RejectTableProps) {
  return (
    <div>
      <Table
        label="Rows left out"
        columns={[{ title: 'Row', width: '84px' }, { title: 'Why' }, { title: 'Text in the file' }]}
      >
        {rejects.map((reject) => (
          <tr key={`${reject.row} ${reject.reason} ${reject.message}`} data-reason={reject.reason}>
            <td data-look="figures" data-label="Row">
              {formatCount(reject.row)}
            </td>
            <td>{reject.message}</td>
            <td data-look="text" title={reject.text}>
              {reject.text}
            </td>
          </tr>
        ))}
      </Table>
      {total > rejects.length ? (
        <p className={classes.tableNote}>
          The first {formatCount(rejects.length)} of {formatCount(total)} are shown.
        </p>
      ) : null}
    </div>
  )
}
