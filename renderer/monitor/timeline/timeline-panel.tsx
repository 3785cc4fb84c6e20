import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { DriftRule, Timeline } from '../../../electron/contract/drift.ts'
import { useDriftTimeline } from '../../bridge/monitor-queries.ts'
import { Card } from '../../ui/card.tsx'
import classes from '../monitor.module.css'
import type { PanelProps } from '../monitor-state.ts'
import { ReportState } from '../report-state.tsx'
import { PeriodChart } from './period-chart.tsx'
import { PeriodTable } from './period-table.tsx'
import timelineClasses from './timeline.module.css'
import { timelineAnswer } from './timeline-answer.ts'

/** How the leads went over time, against the model's own: a chart of one figure, and each period in a row. */
export function TimelinePanel({ state, onChange, usualRule }: PanelProps) {
  const [step, setStep] = useState<'week' | 'month'>('week')
  const rule = state.rule ?? usualRule
  const timeline = useDriftTimeline({ step, rule })
  const look = (window: Timeline['points'][number]['window']) =>
    onChange({ panel: 'leads', window, baseline: { kind: 'reference' } })
  return (
    <>
      <div className={classes.looking}>
        <SegmentedControl
          aria-label="Length of a period"
          value={step}
          data={[
            { value: 'week', label: 'Weeks' },
            { value: 'month', label: 'Months' },
          ]}
          onChange={(value) => setStep(value === 'month' ? 'month' : 'week')}
        />
      </div>
      <ReportState report={timeline} doing="Looking back" height={220}>
        {(data) => (
          <div className={classes.stack} data-report="timeline">
            <Periods timeline={data} rule={rule} onLook={look} />
          </div>
        )}
      </ReportState>
    </>
  )
}

interface PeriodsProps {
  readonly timeline: Timeline
  readonly rule: DriftRule
  readonly onLook: (window: Timeline['points'][number]['window']) => void
}

function Periods({ timeline: { points, note }, rule, onLook }: PeriodsProps) {
  return (
    <>
      <Card title="How the leads went" labelledBy="timeline-chart">
        <div className={timelineClasses.periods}>
          {points.length > 0 ? (
            <p className={timelineClasses.answer} data-headline>
              {timelineAnswer(points)}
            </p>
          ) : null}
          {note ? <p className={timelineClasses.note}>{note}</p> : null}
          {points.length > 1 ? <PeriodChart points={points} /> : null}
        </div>
      </Card>
      {points.length > 0 ? (
        <Card title="Each period against the model’s own leads" labelledBy="timeline-periods" flush>
          <PeriodTable points={points} onLook={onLook} />
          <p className={timelineClasses.foot}>
            Judged by the {rule === 'evidently' ? 'Evidently 0.7' : 'size-aware'} rule, as in Leads.
          </p>
        </Card>
      ) : null}
    </>
  )
}
