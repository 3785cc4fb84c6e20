import { Button, Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toAppError } from '../../electron/contract/result.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import classes from './monitor.module.css'

interface ReportStateProps<T> {
  readonly report: UseQueryResult<T>
  /** What is being done, for a screen reader. */
  readonly doing: string
  readonly height?: number
  readonly children: (data: T) => ReactNode
}

/** A report, or why there is none yet; an old one stays in sight, dimmed, until the new one is there. */
export function ReportState<T>({ report, doing, height = 160, children }: ReportStateProps<T>) {
  if (report.isError) {
    return (
      <FailureNote error={toAppError(report.error)}>
        <Button onClick={() => report.refetch()}>Try again</Button>
      </FailureNote>
    )
  }
  if (report.data === undefined) {
    return (
      <div role="status" aria-label={doing}>
        <Skeleton height={height} radius="md" />
      </div>
    )
  }
  return (
    <div className={classes.report} aria-busy={report.isFetching}>
      {children(report.data)}
    </div>
  )
}
