import { Button, Progress } from '@mantine/core'
import type { ImportProgress } from '../../../electron/contract/importing.ts'
import { formatShare } from '../../format/chance.ts'
import { formatCount, formatTimeLeft } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import classes from '../import.module.css'
import { useImportActions, useJobProgress } from '../import-context.ts'
import type { ImportState } from '../state/import-state.ts'
import { importShare } from './import-share.ts'

/** How far the import is, how fast, how long still, and the way to stop it. */
export function RunningImport({ state }: { readonly state: Extract<ImportState, { step: 'running' }> }) {
  const { stop } = useImportActions()
  const { stopping, fileName, job } = state
  const progress = useJobProgress(job)
  const share = importShare(progress)
  return (
    <div className={classes.column}>
      <Card>
        <div className={classes.fileHead}>
          <h2 className={classes.fileName}>{fileName}</h2>
          <Button variant="default" disabled={stopping} onClick={() => stop(job)}>
            {stopping ? 'Stopping …' : 'Stop'}
          </Button>
        </div>
        <div className={classes.share}>
          <strong className={`${classes.shareFigure} figures`}>{formatShare(share)}</strong>
          <span className={classes.quiet}>{phaseWords(progress, stopping)}</span>
        </div>
        <Progress
          value={share * 100}
          size="lg"
          radius="xl"
          aria-label="Share of the file that has been scored"
        />
        <dl className={classes.figures}>
          <Figure term="Rows read" value={formatCount(progress?.rows ?? 0)} />
          <Figure term="Scored" value={formatCount(progress?.accepted ?? 0)} />
          <Figure term="Left out" value={formatCount(progress?.rejected ?? 0)} />
          <Figure
            term="Rows per second"
            value={progress ? formatCount(Math.round(progress.rowsPerSecond)) : '–'}
          />
        </dl>
      </Card>
      <p className={classes.quiet}>
        If you stop, the leads that were already scored stay in your list, and you can continue later.
      </p>
    </div>
  )
}

function phaseWords(progress: ImportProgress | null, stopping: boolean): string {
  if (stopping) return 'stopping after the rows in work'
  if (!progress) return 'starting'
  if (progress.phase === 'ranking') return 'putting the list in order'
  return progress.secondsLeft === null ? 'scoring' : formatTimeLeft(progress.secondsLeft)
}

function Figure({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className="figures">{value}</dd>
    </div>
  )
}
