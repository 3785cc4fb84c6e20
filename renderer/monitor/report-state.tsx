import { Button, Loader, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toAppError } from '../../electron/contract/result.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import classes from './monitor.module.css'

interface ReportStateProps<T> {
  readonly report: UseQueryResult<T>
  /** What is being done: "Comparing the leads". */
  readonly doing: string
  readonly height?: number
  /** Says nowhere but to a screen reader that it works: where there is a sign for it elsewhere. */
  readonly unsaid?: boolean
  readonly children: (data: T) => ReactNode
}

/** A report, or why there is none yet; an old one stays in sight, dimmed and said to be old, until the new one is there. */
export function ReportState<T>({
  report,
  doing,
  height = 160,
  unsaid = false,
  children,
}: ReportStateProps<T>) {
  if (report.isError) {
    return (
      <FailureNote error={toAppError(report.error)}>
        <Button loading={report.isFetching} onClick={() => report.refetch()}>
          Try again
        </Button>
      </FailureNote>
    )
  }
  if (report.data === undefined) {
    return (
      <div className={classes.report} role="status" aria-label={doing}>
        {unsaid ? null : <Working words={`${doing} …`} />}
        <Skeleton height={height} radius="md" />
      </div>
    )
  }
  return (
    <div className={classes.report} aria-busy={report.isFetching}>
      {report.isFetching && !unsaid ? (
        <div role="status">
          <Working
            words={report.isPlaceholderData ? `${doing} … Still shown: what was here before.` : `${doing} …`}
          />
        </div>
      ) : null}
      <div className={classes.reported}>{children(report.data)}</div>
    </div>
  )
}

/** Floats above what is there, so that nothing moves when it comes and goes. */
function Working({ words }: { readonly words: string }) {
  return (
    <div className={classes.working}>
      <span className={classes.workingWords}>
        <Loader size={14} />
        {words}
      </span>
    </div>
  )
}
