import { NativeSelect, SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Timeline } from '../../../electron/contract/drift.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { useDriftTimeline } from '../../bridge/monitor-queries.ts'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { formatDays } from '../../format/moment.ts'
import { Card } from '../../ui/card.tsx'
import type { PanelProps } from '../monitor-state.ts'
import { ReportState } from '../report-state.tsx'
import { useSaveChart } from '../use-save-chart.ts'
import { PeriodTable } from './period-table.tsx'
import classes from './timeline.module.css'
import { EXPECTED, formatTimelineValue, SCORE, timelineValues } from './timeline-values.ts'

/** How the leads went over time, against the model's own: a chart of one figure, and each period in a row. */
export function TimelineCard({ state, onChange, usualRule }: PanelProps) {
  const [step, setStep] = useState<'week' | 'month'>('week')
  const timeline = useDriftTimeline({ step, rule: state.rule ?? usualRule })
  return (
    <div data-timeline={step}>
      <Card
        title="Over time"
        labelledBy="timeline"
        aside={
          <SegmentedControl
            size="xs"
            aria-label="Length of a period"
            value={step}
            data={[
              { value: 'week', label: 'Weeks' },
              { value: 'month', label: 'Months' },
            ]}
            onChange={(value) => setStep(value === 'month' ? 'month' : 'week')}
          />
        }
      >
        <ReportState report={timeline} doing="Looking back">
          {(data) => (
            <Periods
              timeline={data}
              onLook={(window) => onChange({ window, baseline: { kind: 'reference' } })}
            />
          )}
        </ReportState>
      </Card>
    </div>
  )
}

interface PeriodsProps {
  readonly timeline: Timeline
  readonly onLook: (window: Timeline['points'][number]['window']) => void
}

function Periods({ timeline: { points, note }, onLook }: PeriodsProps) {
  return (
    <div className={classes.periods}>
      {note ? <p className={classes.note}>{note}</p> : null}
      {points.length > 1 ? <PeriodChart points={points} /> : null}
      {points.length === 1 && note === null ? (
        <p className={classes.note}>
          One period so far: from the second on, a chart shows how things change.
        </p>
      ) : null}
      {points.length > 0 ? <PeriodTable points={points} onLook={onLook} /> : null}
    </div>
  )
}

function PeriodChart({ points }: { readonly points: Timeline['points'] }) {
  const { fields } = useManifest()
  const saveChart = useSaveChart()
  const [shown, setShown] = useState<string>(EXPECTED)
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const title =
    shown === EXPECTED ? 'Average chance' : `Difference: ${shown === SCORE ? 'scores' : label(shown)}`
  const times = useMemo(() => points.map(({ from, to }) => formatDays(from, to)), [points])
  const lines = useMemo(
    () => [{ name: title, values: timelineValues(points, shown) }],
    [points, shown, title],
  )
  const format = shown === EXPECTED ? formatTimelineValue.chance : formatTimelineValue.difference
  return (
    <>
      <NativeSelect
        size="xs"
        label="Shown"
        className={classes.shown ?? ''}
        value={shown}
        data={[
          { value: EXPECTED, label: 'Average chance' },
          { value: SCORE, label: 'How much the scores differ' },
          {
            group: 'How much a field differs',
            items: fields.map((field) => ({ value: field.name, label: field.label })),
          },
        ]}
        onChange={({ currentTarget: { value } }) => setShown(value)}
      />
      <TrendChart
        label={`${title} over time`}
        firstColumn="Period"
        times={times}
        lines={lines}
        format={format}
        onSave={(png) => saveChart(`over-time-${shown}`, png)}
      />
      {shown === EXPECTED ? null : (
        <p className={classes.note}>
          0 means: as in the model’s own leads. The larger, the more different; how the figure is computed
          stands with the numbers of each field.
        </p>
      )}
    </>
  )
}
