import { Button, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import type { Batch } from '../../../electron/contract/history.ts'
import { toAppError } from '../../../electron/contract/result.ts'
import { useBatchDetail } from '../../bridge/queries.ts'
import { formatMoment } from '../../format/moment.ts'
import { formatBytes } from '../../format/numbers.ts'
import { BandShares } from '../../ui/band-shares.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { FindingList } from '../check/finding-list.tsx'
import { RejectTable } from '../result/reject-table.tsx'
import { useSaveRejects } from '../result/use-save-rejects.ts'
import type { BatchWays } from './batch-words.ts'
import classes from './history.module.css'

interface BatchDetailsProps {
  readonly batch: Batch
  readonly ways: BatchWays
  readonly onUndo: () => void
}

/** What was said about an import when it ran, and what can still be done about it. */
export function BatchDetails({ batch, ways, onUndo }: BatchDetailsProps) {
  const detail = useBatchDetail(batch.id)
  const rejects = useSaveRejects(batch.id)
  if (detail.isError) return <FailureNote error={toAppError(detail.error)} />
  if (detail.isPending) return <Skeleton height={80} aria-label="Loading" />
  const { bands, warnings, rejects: rows, rejected } = detail.data
  return (
    <div className={classes.details}>
      <p className={classes.facts}>
        {formatMoment(batch.startedAt)} · {formatBytes(batch.fileBytes)}
      </p>
      {batch.leads > 0 ? <BandShares bands={bands} /> : null}
      {warnings.length > 0 ? <FindingList findings={warnings} /> : null}
      {rows.length > 0 ? <RejectTable rejects={rows} total={rejected} /> : null}
      {warnings.length === 0 && rejected === 0 && batch.state === 'done' ? (
        <p className={classes.facts}>Every row was read as it stands. There was nothing to say.</p>
      ) : null}
      <div className={classes.ways} data-align="start">
        {ways.saveRejects ? (
          <Button
            variant="default"
            size="compact-md"
            loading={rejects.busy}
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={rejects.save}
          >
            Save rejected rows …
          </Button>
        ) : null}
        {ways.undo ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={onUndo}
          >
            Undo this import …
          </Button>
        ) : null}
      </div>
    </div>
  )
}
