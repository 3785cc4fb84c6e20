import { Button } from '@mantine/core'
import type { AppError } from '../../electron/contract/result.ts'
import { BrandMark } from '../ui/brand-mark.tsx'
import classes from './start.module.css'

interface StartFailureProps {
  readonly error: AppError
  readonly retrying: boolean
  readonly onRetry: () => void
}

/** The app could not open its history or its model: what is wrong and what to do, instead of empty views. */
export function StartFailure({ error, retrying, onRetry }: StartFailureProps) {
  return (
    <main className={classes.page} data-ready="failed" data-code={error.code}>
      <BrandMark size={48} />
      <div role="alert" className={classes.failure}>
        <h1 className={classes.title}>{error.message}</h1>
        {error.hint ? <p className={classes.hint}>{error.hint}</p> : null}
      </div>
      <Button onClick={onRetry} loading={retrying}>
        Try again
      </Button>
    </main>
  )
}
