import { IconFlask } from '@tabler/icons-react'
import { useManifest } from './app-info-context.tsx'
import classes from './strip.module.css'

/** Stands wherever a score of the demo model can be seen. */
export function DemoModelNotice() {
  const { provenance } = useManifest()
  if (provenance.kind !== 'demo') return null
  return (
    <aside className={classes.strip} data-tone="notice" aria-label="Demo model">
      <IconFlask size={16} aria-hidden className={classes.icon} />
      <p className={classes.text}>
        <strong>Demo model: </strong>
        trained on invented leads, so its scores say nothing about your market yet.
        <span className={classes.aside}>
          {' '}
          Training on your own outcomes is not built in yet; it is coming.
        </span>
      </p>
    </aside>
  )
}
