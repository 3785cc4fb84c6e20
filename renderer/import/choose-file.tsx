import { Button, UnstyledButton } from '@mantine/core'
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react'
import type { Batch } from '../../electron/contract/history.ts'
import { useAppInfo } from '../app/app-info-context.tsx'
import { useNavigation } from '../app/navigation.tsx'
import { useWorkspace } from '../app/use-workspace.ts'
import { useOverview } from '../bridge/queries.ts'
import { formatChance } from '../format/chance.ts'
import { formatWhen } from '../format/moment.ts'
import { formatCount, plural } from '../format/numbers.ts'
import { Card } from '../ui/card.tsx'
import { BATCH_STATE_WORDS } from './batch-words.ts'
import classes from './import.module.css'
import { useImportJob } from './import-job.tsx'

const RECENT = 8

/** The first step: a place to drop a file, and what was imported before. */
export function ChooseFile() {
  const { chooseFile } = useImportJob()
  const overview = useOverview()
  const batches = overview.data?.batches ?? []
  return (
    <div className={classes.column}>
      <div className={classes.dropZone}>
        <IconUpload size={32} stroke={1.5} aria-hidden className={classes.dropIcon} />
        <h2 className={classes.dropTitle}>Drop a CSV file anywhere in this window</h2>
        <p className={classes.quiet}>
          From Excel, save the list as “CSV UTF-8” first. You check the columns before anything is scored. The
          file itself is never changed and nothing leaves this computer.
        </p>
        <Button size="md" onClick={chooseFile} data-autofocus>
          Choose a file …
        </Button>
        {batches.length === 0 && overview.isSuccess ? <SampleOffer /> : null}
      </div>
      {batches.length > 0 ? <RecentImports batches={batches} /> : null}
    </div>
  )
}

function SampleOffer() {
  const { workspace } = useAppInfo()
  const { busy, openDemo } = useWorkspace()
  if (workspace === 'demo') return null
  return (
    <p className={classes.quiet}>
      No file at hand?{' '}
      <Button variant="subtle" size="compact-sm" loading={busy} onClick={openDemo}>
        Try it with invented sample leads
      </Button>
    </p>
  )
}

function RecentImports({ batches }: { readonly batches: readonly Batch[] }) {
  const { showLeads } = useNavigation()
  const recent = batches.toSorted((a, b) => b.id - a.id).slice(0, RECENT)
  return (
    <Card title="Imported before" labelledBy="recent-imports">
      <ul className={classes.recent}>
        {recent.map((batch) => (
          <li key={batch.id}>
            <UnstyledButton className={classes.recentItem} onClick={() => showLeads({ batch: batch.id })}>
              <IconFileSpreadsheet size={20} stroke={1.6} aria-hidden className={classes.recentIcon} />
              <span className={classes.recentName}>{batch.fileName}</span>
              <span className={classes.recentFacts}>
                {formatCount(batch.accepted)} {plural(batch.accepted, 'lead', 'leads')}
                {batch.meanScore === null ? null : `, ${formatChance(batch.meanScore)} on average`}
                {batch.state === 'done' ? null : `, ${BATCH_STATE_WORDS[batch.state]}`}
              </span>
              <span className={classes.recentWhen}>{formatWhen(batch.startedAt, new Date())}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </Card>
  )
}
