import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { AppError } from '../../electron/contract/result.ts'
import classes from './note.module.css'

interface FailureNoteProps {
  readonly error: AppError
  /** Ways on: buttons. */
  readonly children?: ReactNode
}

/** Something that did not work: what, what to do next, and the way on. */
export function FailureNote({ error, children }: FailureNoteProps) {
  return (
    <div className={classes.note} data-tone="danger" role="alert" data-code={error.code}>
      <IconAlertTriangle size={20} aria-hidden className={classes.icon} />
      <div className={classes.text}>
        <strong>{error.message}</strong>
        {error.hint ? <span>{error.hint}</span> : null}
        {children ? <div className={classes.ways}>{children}</div> : null}
      </div>
    </div>
  )
}
