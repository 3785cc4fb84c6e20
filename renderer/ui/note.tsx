import { type Icon, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './note.module.css'

interface NoteProps {
  readonly icon?: Icon
  readonly tone?: 'plain' | 'notice' | 'accent'
  readonly children: ReactNode
}

/** A remark beside the work: never urgent, always a sentence. */
export function Note({ icon: NoteIcon = IconInfoCircle, tone = 'plain', children }: NoteProps) {
  return (
    <div className={classes.note} data-tone={tone}>
      <NoteIcon size={18} aria-hidden className={classes.icon} />
      <div className={classes.text}>{children}</div>
    </div>
  )
}
