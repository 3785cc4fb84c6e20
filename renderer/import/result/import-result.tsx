import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { ImportSummary } from '../../../electron/contract/importing.ts'
import { useBatchDetail } from '../../bridge/queries.ts'
import { Card } from '../../ui/card.tsx'
import { FindingList } from '../check/finding-list.tsx'
import { type UndoableBatch, UndoDialog } from '../history/undo-dialog.tsx'
import classes from '../import.module.css'
import { OutcomeCard } from './outcome-card.tsx'
import { RejectedRows } from './rejected-rows.tsx'

/** What came of the import, the way to the ranked list, and the ways to mend or undo it. */
export function ImportResult({ summary }: { readonly summary: ImportSummary }) {
  const { batch: id, fileName, accepted, rejected, warnings } = summary
  const [undoing, setUndoing] = useState<UndoableBatch | null>(null)
  // As it is now: it may have been undone since.
  const batch = useBatchDetail(id).data ?? null
  const isUndone = batch?.state === 'undone'
  return (
    <div className={classes.column} data-batch={id}>
      <OutcomeCard summary={summary} batch={batch} />
      {/* An undo takes the rejected rows out too. */}
      {rejected > 0 && !isUndone ? <RejectedRows summary={summary} /> : null}
      {warnings.length > 0 && !isUndone ? (
        <Card title="Worth knowing" labelledBy="import-warnings">
          <FindingList findings={warnings} />
        </Card>
      ) : null}
      {accepted > 0 && !isUndone ? (
        <div className={classes.afterthought}>
          <span className={classes.quiet}>Not what you wanted?</span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => setUndoing({ id, fileName, leads: batch?.leads ?? accepted })}
          >
            Undo this import …
          </Button>
        </div>
      ) : null}
      <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />
    </div>
  )
}
