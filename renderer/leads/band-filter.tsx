import type { HistoryOverview } from '../../electron/contract/history.ts'
import { useNavigation } from '../app/navigation.tsx'
import { formatShortCount } from '../format/numbers.ts'
import { BAND_LOOK, BANDS } from '../ui/band.ts'
import { isFiltered, toggleBand } from './lead-list-state.ts'
import classes from './lead-tools.module.css'

/** One switch per band; none pressed means all. */
export function BandFilter({ overview }: { readonly overview: HistoryOverview | null }) {
  const { list, setList } = useNavigation()
  // The counts are those of the whole history: beside another filter they would be wrong.
  const countable = overview !== null && !isFiltered({ ...list, bands: [] })
  return (
    <fieldset className={classes.bands}>
      <legend className="visually-hidden">Bands</legend>
      {BANDS.map((band) => {
        const { word, Icon } = BAND_LOOK[band]
        return (
          <button
            key={band}
            type="button"
            className={classes.band}
            data-band={band}
            aria-pressed={list.bands.includes(band)}
            onClick={() => setList({ bands: toggleBand(list.bands, band) })}
          >
            <Icon size={15} stroke={2} aria-hidden />
            {word}
            {countable ? (
              <span className={`${classes.bandCount} figures`}>{formatShortCount(overview.bands[band])}</span>
            ) : null}
          </button>
        )
      })}
    </fieldset>
  )
}
