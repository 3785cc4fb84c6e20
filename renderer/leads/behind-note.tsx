import { CloseButton } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useNavigation } from '../app/navigation.tsx'
import classes from './behind-note.module.css'
import type { BehindFinding } from './lead-list-state.ts'

/** Over the list: the finding whose leads it shows, and the way back to all of them. */
export function BehindNote({ behind: { sentence, of } }: { readonly behind: BehindFinding }) {
  const { setList, show } = useNavigation()
  return (
    <div className={classes.note} data-behind>
      <IconFilter size={16} stroke={1.7} aria-hidden className={classes.icon} />
      <p className={classes.text}>
        {sentence} <span className={classes.quiet}>Looked at: {of.window}.</span>
      </p>
      <button type="button" className={classes.back} onClick={() => show('monitor')}>
        Back to Monitor
      </button>
      <CloseButton size="sm" aria-label="Show all leads again" onClick={() => setList({ behind: null })} />
    </div>
  )
}
