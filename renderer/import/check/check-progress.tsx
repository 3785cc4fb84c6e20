import { Button, Progress } from '@mantine/core'
import { formatCount, formatTimeLeft } from '../../format/numbers.ts'
import { useImportActions, useJobProgress } from '../import-context.ts'
import { importShare } from '../run/import-share.ts'
import classes from './check.module.css'

/** How far the check is. The figures come only with its first word: a short check is over before. */
export function CheckProgress({ job }: { readonly job: string | null }) {
  const { skipCheck } = useImportActions()
  const progress = useJobProgress(job)
  return (
    <div className={classes.checking}>
      <span>
        <strong>Checking all rows …</strong>{' '}
        {progress ? (
          <span className={`${classes.quiet} figures`} aria-hidden>
            {formatCount(progress.rows)} so far
            {progress.secondsLeft === null ? '' : `, ${formatTimeLeft(progress.secondsLeft)}`}
          </span>
        ) : null}
      </span>
      {progress ? (
        <>
          <Progress
            className={classes.checkBar}
            value={importShare(progress) * 100}
            aria-label="Share of the file that has been checked"
          />
          <Button variant="subtle" size="compact-sm" onClick={skipCheck}>
            Skip the check
          </Button>
        </>
      ) : null}
    </div>
  )
}
