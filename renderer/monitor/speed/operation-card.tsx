import { useMemo } from 'react'
import type { OperationLatency } from '../../../electron/contract/performance.ts'
import { HistogramChart } from '../../charts/histogram-chart.tsx'
import { TrendChart } from '../../charts/trend-chart.tsx'
import { formatTrendTimes } from '../../format/moment.ts'
import { formatCount, formatFineMs, formatMs, plural } from '../../format/numbers.ts'
import { Card } from '../../ui/card.tsx'
import { useSaveChart } from '../use-save-chart.ts'
import { paddedHistogram } from './padded-histogram.ts'
import classes from './speed.module.css'
import { OPERATION_TITLES } from './speed-words.ts'
import { StageTable } from './stage-table.tsx'

interface OperationCardProps {
  readonly operation: OperationLatency
  readonly baselineMachine: string | null
}

/** One way of scoring: its times in figures, how they spread, how they went. */
export function OperationCard({ operation, baselineMachine }: OperationCardProps) {
  const { operation: kind, stages, histogram, trend } = operation
  const count = stages?.total.n ?? 0
  return (
    <div data-operation={kind}>
      <Card
        title={OPERATION_TITLES[kind]}
        labelledBy={`speed-${kind}`}
        aside={
          <span className={classes.quiet}>
            {formatCount(count)} {plural(count, 'lead', 'leads')}
          </span>
        }
      >
        <StageTable operation={operation} baselineMachine={baselineMachine} />
        <div className={classes.charts}>
          {histogram && (histogram.counts.length > 1 || operation.thresholds.p95 !== null) ? (
            <TimesChart operation={operation} histogram={histogram} />
          ) : null}
          {trend.length > 1 ? <DaysChart operation={operation} /> : null}
        </div>
      </Card>
    </div>
  )
}

interface TimesChartProps {
  readonly operation: OperationLatency
  readonly histogram: NonNullable<OperationLatency['histogram']>
}

function TimesChart({ operation, histogram }: TimesChartProps) {
  const saveChart = useSaveChart()
  const { thresholds, operation: kind } = operation
  const { p95, p99 } = thresholds
  const limits = useMemo(() => limitsOf({ p95, p99 }), [p95, p99])
  const { edgesMs, counts } = useMemo(
    () =>
      paddedHistogram(
        histogram,
        limits.map(({ at }) => at),
      ),
    [histogram, limits],
  )
  return (
    <div className={classes.chart}>
      <h3 className={classes.heading}>How many took how long</h3>
      {p95 === null ? null : (
        <p className={classes.limits}>
          Dashed: the limits. 95 of 100 leads should take at most {formatMs(p95)}
          {p99 === null ? '' : `, 99 of 100 at most ${formatMs(p99)}`}.
        </p>
      )}
      <HistogramChart
        label={`${OPERATION_TITLES[kind]}: how many took how long`}
        firstColumn="Time"
        edges={edgesMs}
        counts={counts}
        format={formatFineMs}
        limits={limits}
        onSave={(png) => saveChart(`speed-${kind}`, png)}
      />
    </div>
  )
}

function DaysChart({
  operation: { operation: kind, trend, thresholds },
}: {
  readonly operation: OperationLatency
}) {
  const saveChart = useSaveChart()
  const { p95 } = thresholds
  const times = useMemo(() => formatTrendTimes(trend.map(({ at }) => at)), [trend])
  const lines = useMemo(
    () => [
      { name: 'Typical', values: trend.map(({ p50 }) => p50) },
      { name: '95 of 100 within', values: trend.map((point) => point.p95) },
    ],
    [trend],
  )
  const slowest = Math.max(...trend.map((point) => point.p95))
  // Drawn only where it is near: a line far above would press the times flat.
  const limits = useMemo(
    () => (p95 !== null && p95 <= slowest * 3 ? limitsOf({ p95, p99: null }) : []),
    [p95, slowest],
  )
  return (
    <div className={classes.chart}>
      <h3 className={classes.heading}>Over time</h3>
      <TrendChart
        label={`${OPERATION_TITLES[kind]}: time over the days`}
        firstColumn="When"
        times={times}
        lines={lines}
        format={formatFineMs}
        limits={limits}
        onSave={(png) => saveChart(`speed-trend-${kind}`, png)}
      />
    </div>
  )
}

function limitsOf({ p95, p99 }: OperationLatency['thresholds']) {
  return [
    ...(p95 === null ? [] : [{ at: p95, label: formatMs(p95) }]),
    ...(p99 === null ? [] : [{ at: p99, label: formatMs(p99) }]),
  ]
}
