import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { LeadRow } from '../../electron/contract/history.ts'
import { formatChance } from '../format/chance.ts'
import { formatWhen } from '../format/moment.ts'
import { formatCount } from '../format/numbers.ts'
import { BandChip } from '../ui/band-chip.tsx'
import { ChanceBar } from '../ui/chance-bar.tsx'
import classes from './lead-grid.module.css'
import { leadName } from './lead-name.ts'

/** No feature of the table library beyond rows and columns: main filters and orders the list. */
export const leadTableFeatures = tableFeatures({})

const helper = createColumnHelper<typeof leadTableFeatures, LeadRow>()

/** Columns of the call list; `batchNames` gives the file behind a batch. */
export function leadColumns(batchNames: ReadonlyMap<number, string>, now: Date) {
  return helper.columns([
    helper.display({
      id: 'place',
      header: 'Place',
      cell: ({ row }) => <span className={`${classes.place} figures`}>{formatCount(row.index + 1)}</span>,
    }),
    helper.accessor('score', {
      header: 'Chance',
      cell: ({ row: { original } }) => (
        <span className={classes.chance}>
          <span className={`${classes.chanceFigure} figures`}>{formatChance(original.score)}</span>
          <ChanceBar score={original.score} band={original.band} />
        </span>
      ),
    }),
    helper.accessor('band', {
      header: 'Band',
      cell: ({ row: { original } }) => <BandChip band={original.band} />,
    }),
    helper.accessor('name', {
      header: 'Lead',
      cell: ({ row: { original } }) => (
        <span className={classes.lead}>
          <span className={classes.name} data-unnamed={original.name === null}>
            {leadName(original)}
          </span>
          <span className={classes.title}>
            {original.title}
            {original.company ? (
              <span className={classes.companyInline}>
                {original.title ? ' · ' : ''}
                {original.company}
              </span>
            ) : null}
          </span>
        </span>
      ),
    }),
    helper.accessor('company', {
      header: 'Company',
      cell: ({ row: { original } }) => original.company ?? '',
    }),
    helper.accessor('batch', {
      header: 'Source',
      cell: ({ row: { original } }) =>
        original.batch === null ? 'Typed in' : (batchNames.get(original.batch) ?? `Import ${original.batch}`),
    }),
    helper.accessor('scoredAt', {
      header: 'Scored',
      cell: ({ row: { original } }) => <span className="figures">{formatWhen(original.scoredAt, now)}</span>,
    }),
  ])
}
