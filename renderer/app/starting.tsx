import { BrandMark } from '../ui/brand-mark.tsx'
import classes from './start.module.css'

/** Shown for the moment in which history and model open. */
export function Starting() {
  return (
    <main className={classes.page} aria-busy="true">
      <BrandMark size={48} />
      <p className={classes.quiet}>Opening your leads …</p>
    </main>
  )
}
