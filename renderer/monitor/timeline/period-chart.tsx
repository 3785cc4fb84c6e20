import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Timeline } from '../../../electron/contract/drift.ts'
import { useManifest } from '../../app/app-info-context.tsx'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { formatDaySpans } from '../../format/moment.ts'
import { useSaveChart } from '../use-save-chart.ts'
import classes from './timeline.module.css'
import { EXPECTED, formatTimelineValue, SCORE, timelineValues } from './timeline-values.ts'

/** One figure of each period as a line, and the choice of the figure. */
export function PeriodChart({ points }: { readonly points: Timeline['points'] }) {
  const { fields } = useManifest()
  const saveChart = useSaveChart()
  const [shown, setShown] = useState<string>(EXPECTED)
  const label = (name: string) => fields.find((field) => field.name === name)?.label ?? name
  const title =
    shown === EXPECTED ? 'Average chance' : `Difference: ${shown === SCORE ? 'scores' : label(shown)}`
  const times = useMemo(() => formatDaySpans(points), [points])
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
          stands with the numbers of each field in Leads.
        </p>
      )}
    </>
  )
}
