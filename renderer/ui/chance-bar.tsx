import type { Band } from '../../electron/contract/lead.ts'
import classes from './chance-bar.module.css'

/** A score as a bar, decoration beside the figure that says the same. */
export function ChanceBar({ score, band }: { readonly score: number; readonly band: Band }) {
  return (
    <span className={classes.track} data-band={band} aria-hidden>
      <span className={classes.fill} style={{ transform: `scaleX(${score})` }} />
    </span>
  )
}
