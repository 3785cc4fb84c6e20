import type { Band } from '../../electron/contract/lead.ts'
import { formatShare } from '../format/chance.ts'
import { formatCount } from '../format/numbers.ts'
import { BANDS } from './band.ts'
import { BandChip } from './band-chip.tsx'
import classes from './band-shares.module.css'

/** How a list divides into bands: a bar, and the same in words and figures. */
export function BandShares({ bands }: { readonly bands: Readonly<Record<Band, number>> }) {
  const total = BANDS.reduce((sum, band) => sum + bands[band], 0)
  const share = (band: Band) => (total === 0 ? 0 : bands[band] / total)
  return (
    <div>
      <div className={classes.bar} aria-hidden>
        {BANDS.map((band) => (
          <span key={band} data-band={band} style={{ flexGrow: share(band) }} />
        ))}
      </div>
      <ul className={classes.legend}>
        {BANDS.map((band) => (
          <li key={band}>
            <BandChip band={band} />
            <span className="figures">
              <strong>{formatCount(bands[band])}</strong>{' '}
              <span className={classes.quiet}>{formatShare(share(band))}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
