import { useManifest } from '../app/app-info-context.tsx'
import { formatShare } from '../format/chance.ts'
import classes from './band-scale.module.css'

/** Where the chance lies between cold, warm and hot; the figure and the chip above say the same in words. */
export function BandScale({ score }: { readonly score: number }) {
  const { bands } = useManifest()
  return (
    <div className={classes.scale} aria-hidden>
      <div className={classes.track}>
        <span data-band="cold" style={{ flexGrow: bands.warm }} />
        <span data-band="warm" style={{ flexGrow: bands.hot - bands.warm }} />
        <span data-band="hot" style={{ flexGrow: 1 - bands.hot }} />
      </div>
      <span className={classes.pointer} style={{ left: `${score * 100}%` }} />
      <div className={classes.limits}>
        <span style={{ left: `${bands.warm * 100}%` }}>{formatShare(bands.warm)}</span>
        <span style={{ left: `${bands.hot * 100}%` }}>{formatShare(bands.hot)}</span>
      </div>
    </div>
  )
}
