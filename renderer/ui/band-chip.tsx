import type { Band } from '../../electron/contract/lead.ts'
import { BAND_LOOK } from './band.ts'
import classes from './band-chip.module.css'

/** A band as icon and word. */
export function BandChip({ band, size = 'md' }: { readonly band: Band; readonly size?: 'md' | 'lg' }) {
  const { word, Icon } = BAND_LOOK[band]
  return (
    <span className={classes.chip} data-band={band} data-size={size}>
      <Icon size={size === 'lg' ? 18 : 14} stroke={2} aria-hidden />
      {word}
    </span>
  )
}
