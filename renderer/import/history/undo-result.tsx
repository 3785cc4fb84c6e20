import { Button } from '@mantine/core'
import type { KeptLead, UndoSummary } from '../../../electron/contract/importing.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { Table } from '../../ui/table.tsx'
import classes from './history.module.css'

const REASONS: Readonly<Record<KeptLead['reason'], string>> = {
  outcome: 'has an outcome',
  edited: 'was changed since',
}

/** What an undo took out, and which leads it left because somebody has worked with them. */
export function UndoResult({
  summary,
  onClose,
}: {
  readonly summary: UndoSummary
  readonly onClose: () => void
}) {
  const { removed, kept, keptLeads } = summary
  return (
    <div className={classes.undo} data-undone={summary.batch}>
      <p role="status">
        <strong>
          {formatCount(removed)} {plural(removed, 'lead was', 'leads were')} taken out.
        </strong>{' '}
        {kept === 0
          ? 'None had to stay.'
          : `${formatCount(kept)} ${plural(kept, 'stays', 'stay')}, because somebody has worked with ${plural(kept, 'it', 'them')}:`}
      </p>
      {kept > 0 ? (
        <Table
          label="Leads that stay"
          columns={[{ title: 'Name' }, { title: 'Company' }, { title: 'Why', width: '30%' }]}
        >
          {keptLeads.map(({ id, name, company, reason }) => (
            <tr key={id}>
              <th scope="row">{name ?? `Lead ${formatCount(id)}`}</th>
              <td>{company ?? '–'}</td>
              <td>{REASONS[reason]}</td>
            </tr>
          ))}
        </Table>
      ) : null}
      {kept > keptLeads.length ? (
        <p className={classes.facts}>The first {formatCount(keptLeads.length)} are shown.</p>
      ) : null}
      <div className={classes.dialogButtons}>
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </div>
    </div>
  )
}
