import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowRight,
  IconCircleCheck,
  IconDownload,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Batch } from '../../../electron/contract/history.ts'
import type { ImportSummary } from '../../../electron/contract/importing.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { useNavigation } from '../../app/navigation.tsx'
import { useBatchDetail } from '../../bridge/queries.ts'
import { formatChance } from '../../format/chance.ts'
import { formatCount, plural } from '../../format/numbers.ts'
import { BandShares } from '../../ui/band-shares.tsx'
import { Card } from '../../ui/card.tsx'
import { Note } from '../../ui/note.tsx'
import { FindingList } from '../check/finding-list.tsx'
import { type UndoableBatch, UndoDialog } from '../history/undo-dialog.tsx'
import classes from '../import.module.css'
import { useImportActions } from '../import-context.ts'
import { RejectTable } from './reject-table.tsx'
import { resultExplanation, resultHeadline } from './result-words.ts'
import { useSaveRejects } from './use-save-rejects.ts'

/** What came of the import, the way to the ranked list, and the ways to mend or undo it. */
export function ImportResult({ summary }: { readonly summary: ImportSummary }) {
  const { target } = useManifest()
  const [undoing, setUndoing] = useState<UndoableBatch | null>(null)
  // As it is now: it may have been undone since.
  const batch = useBatchDetail(summary.batch).data ?? null
  const isUndone = batch?.state === 'undone'
  return (
    <div className={classes.column} data-batch={summary.batch}>
      {isUndone ? <Note tone="notice">This import has been undone.</Note> : null}
      <Card>
        <div className={classes.result}>
          <div className={classes.fileHead}>
            <div className={classes.verdict}>
              <OutcomeIcon summary={summary} />
              <div>
                <h2 className={classes.fileName}>{resultHeadline(summary)}</h2>
                <p className={classes.quiet}>{resultExplanation(summary)}</p>
              </div>
            </div>
            <NextSteps summary={summary} batch={batch} />
          </div>
          {summary.accepted > 0 && !isUndone ? <BandShares bands={summary.bands} /> : null}
          {summary.meanScore === null || isUndone ? null : (
            <p className={classes.quiet}>
              On average, a lead of this list {target.sentence} with a chance of{' '}
              {formatChance(summary.meanScore)}.
            </p>
          )}
        </div>
      </Card>
      {summary.rejected > 0 ? <Rejected summary={summary} /> : null}
      {summary.warnings.length > 0 ? (
        <Card title="Worth knowing" labelledBy="import-warnings">
          <FindingList findings={summary.warnings} />
        </Card>
      ) : null}
      {summary.accepted > 0 && !isUndone ? (
        <div className={classes.afterthought}>
          <span className={classes.quiet}>Not what you wanted?</span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() =>
              setUndoing({
                id: summary.batch,
                fileName: summary.fileName,
                leads: batch?.leads ?? summary.accepted,
              })
            }
          >
            Undo this import …
          </Button>
        </div>
      ) : null}
      <UndoDialog batch={undoing} onClose={() => setUndoing(null)} />
    </div>
  )
}

function NextSteps({ summary, batch }: { readonly summary: ImportSummary; readonly batch: Batch | null }) {
  const { showLeads } = useNavigation()
  const { reset, resume } = useImportActions()
  const isUndone = batch?.state === 'undone'
  return (
    <div className={classes.buttons}>
      <Button variant="default" onClick={reset}>
        Import another file
      </Button>
      {batch?.resumable ? (
        <Button
          variant="default"
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          onClick={() => resume(batch, null)}
        >
          Continue
        </Button>
      ) : null}
      {summary.accepted > 0 && !isUndone ? (
        <Button
          rightSection={<IconArrowRight size={18} aria-hidden />}
          onClick={() => showLeads({ batch: summary.batch })}
        >
          See the ranked list
        </Button>
      ) : null}
    </div>
  )
}

/** A tick says that everything went in; rows left out are not hidden behind it. */
function OutcomeIcon({ summary: { cancelled, rejected } }: { readonly summary: ImportSummary }) {
  if (cancelled) return <IconPlayerStop size={26} aria-hidden />
  if (rejected > 0) return <IconAlertTriangle size={26} aria-hidden className={classes.partly} />
  return <IconCircleCheck size={26} aria-hidden className={classes.done} />
}

function Rejected({ summary: { batch, rejected, rejects } }: { readonly summary: ImportSummary }) {
  const { busy, save } = useSaveRejects(batch)
  return (
    <Card
      title={`${formatCount(rejected)} ${plural(rejected, 'row', 'rows')} left out`}
      labelledBy="rejects-title"
      flush
      aside={
        <Button
          variant="default"
          size="compact-md"
          loading={busy}
          leftSection={<IconDownload size={16} aria-hidden />}
          onClick={save}
        >
          Save rejected rows …
        </Button>
      }
    >
      <p className={classes.cardText}>
        They are not in your list. Save them to a file of their own, correct them there and import that file.
        Row 1 is the first one below the column names.
      </p>
      <RejectTable rejects={rejects} total={rejected} />
    </Card>
  )
}
