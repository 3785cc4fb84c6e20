import { CloseButton } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useNavigation } from '../app/navigation.tsx'
import classes from './behind-note.module.css'
import type { BehindFinding } from './lead-list-state.ts'

/** Over the list: the finding whose leads it shows, and the way back to all of them. */
export function BehindNote({ behind: { sentence, of } }: { readonly behind: BehindFinding }) {
  const { setList, show } = useNavigation()
  const back = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The button that led here is out of sight with its view: by keyboard one would start at the top of the window again.
    const focused = document.activeElement
    if (focused === document.body || !focused?.checkVisibility()) back.current?.focus()
  }, [])
  return (
    <div className={classes.note} data-behind>
      <IconFilter size={16} stroke={1.7} aria-hidden className={classes.icon} />
      <p className={classes.text}>
        {sentence} <span className={classes.quiet}>Looked at: {of.window}.</span>
      </p>
      <button ref={back} type="button" className={classes.back} onClick={() => show('monitor')}>
        Back to Monitor
      </button>
      <CloseButton size="sm" aria-label="Show all leads again" onClick={() => setList({ behind: null })} />
    </div>
  )
}
