import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Batch } from '../../../electron/contract/history.ts'
import { toAppError } from '../../../electron/contract/result.ts'
import type { useBatches } from '../../bridge/queries.ts'
import { formatCount } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Table } from '../../ui/table.tsx'
import { BatchRow } from './batch-row.tsx'
import classes from './history.module.css'
import { UndoDialog } from './undo-dialog.tsx'

/** More than this is asked for: a team imports every day. */
const STEP = 12

/** Every import: what came of it and what can be done about it. */
export function ImportHistory({ batches }: { readonly batches: ReturnType<typeof useBatches> }) {
  const [shown, setShown] = useState(STEP)
  const [opened, setOpened] = useState<number | null>(null)
  const [undoing, setUndoing] = useState<Batch | null>(null)
  if (batches.isError) {
    return (
      <FailureNote error={toAppError(batches.error)}>
        <Button onClick={() => batches.refetch()}>Try again</Button>
      </FailureNote>
    )
  }
  const all = batches.data ?? []
  if (all.length === 0) return null
  return (
    <Card title="Imported before" labelledBy="import-history" flush>
      <Table
        labelledBy="import-history"
        columns={[
          { title: 'File' },
          { title: 'Rows', width: '26%' },
          { title: <span className="visually-hidden">What can be done</span>, width: '336px' },
        ]}
      >
        {all.slice(0, shown).map((batch) => (
          <BatchRow
            key={batch.id}
            batch={batch}
            opened={batch.id === opened}
            onToggle={() => setOpened(batch.id === opened ? null : batch.id)}
            onUndo={() => setUndoing(batch)}
          />
        ))}
      </Table>
      {shown < all.length ? (
        <div className={classes.more}>
          <Button variant="default" onClick={() => setShown(shown + STEP)}>
            Show more of the {formatCount(all.length - shown)} earlier imports
          </Button>
        </div>
      ) : null}
      <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />
    </Card>
  )
}
