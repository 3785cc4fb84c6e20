import { useMemo } from 'react'
import type { ScoreDrift } from '../../../electron/contract/drift.ts'
import { DistributionChart } from '../../charts/distribution-chart.tsx'
import { formatShare } from '../../format/chance.ts'
import { BandChip } from '../../ui/band-chip.tsx'
import { Card } from '../../ui/card.tsx'
import { useSaveChart } from '../use-save-chart.ts'
import { VerdictChip } from '../verdict-chip.tsx'
import classes from './drift.module.css'
import type { SampleNames } from './field-charts.tsx'
import { StatisticRows } from './field-numbers.tsx'
import { fieldPlaces } from './field-places.ts'
import { fieldVerdictWords } from './verdict-words.ts'

/** The scores of these leads against those of the baseline. */
export function ScoreCard({ score, names }: { readonly score: ScoreDrift; readonly names: SampleNames }) {
  const saveChart = useSaveChart()
  const { distribution, statistic, bands, expected, observedInBaseline } = score
  const places = useMemo(() => (distribution ? fieldPlaces(distribution, formatShare) : []), [distribution])
  return (
    <div data-field="score" data-verdict={score.verdict}>
      <Card
        title="Scores"
        labelledBy="drift-score"
        aside={<VerdictChip {...fieldVerdictWords(score.verdict)} />}
      >
        <p className={classes.headline}>{score.sentence}</p>
        <ul className={classes.bands}>
          {bands.map(({ band, window, baseline }) => (
            <li key={band} data-band={band}>
              <BandChip band={band} /> <strong className="figures">{formatShare(window)}</strong>
              <span className={classes.explained}>
                {' '}
                ({names.baseline}: {formatShare(baseline)})
              </span>
            </li>
          ))}
        </ul>
        {distribution ? (
          <DistributionChart
            label={`Scores: shares of leads by chance, ${names.window} and ${names.baseline}`}
            firstColumn="Chance"
            kind="number"
            places={places}
            names={names}
            onSave={(png) => saveChart('scores', png)}
          />
        ) : null}
        <dl className={classes.numbers}>
          {expected ? (
            <div className={classes.number}>
              <dt>Expected to engage</dt>
              <dd className="figures">
                {formatShare(expected.window)}
                <span className={classes.explained}>
                  {' '}
                  ({names.baseline}: {formatShare(expected.baseline)} expected
                  {observedInBaseline === null ? null : `, ${formatShare(observedInBaseline)} did`})
                </span>
              </dd>
            </div>
          ) : null}
          {statistic ? <StatisticRows statistic={statistic} verdict={score.verdict} /> : null}
        </dl>
      </Card>
    </div>
  )
}
