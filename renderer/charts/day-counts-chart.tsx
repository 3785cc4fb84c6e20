import { useCallback } from 'react'
import { formatCount, formatShortCount } from '../format/numbers.ts'
import { Chart } from './chart.tsx'
import type { ChartColors } from './chart-colors.ts'
import { chartFrame, chartGrid, placesAxis, pointerWords, quietAxis } from './chart-frame.ts'
import type { ChartOption } from './echarts.ts'

/** A count on each day. */
export interface DayCounts {
  readonly name: string
  /** One per day. */
  readonly values: readonly number[]
}

interface DayCountsChartProps {
  readonly label: string
  /** Names of the days, oldest first. */
  readonly days: readonly string[]
  readonly counts: DayCounts
  /** A second count, often far smaller: below the first, over the same days, on an axis of its own. */
  readonly below: DayCounts | null
  /** Counts that stand in the table only. */
  readonly alsoInTable: readonly DayCounts[]
  readonly onSave?: (png: Uint8Array) => void
}

const UPPER = { top: 34, height: 140 }
const LOWER = { top: 240, height: 64 }
/** Below the lowest axis: room for the days. */
const FOOT = 26

/** Counts by day as bars; a second one has its place below, for stacked on the first it could not be seen. */
export function DayCountsChart(props: DayCountsChartProps) {
  const { label, days, counts, below, alsoInTable, onSave } = props
  const draw = useCallback(
    (colors: ChartColors, reducedMotion: boolean) => drawDays({ days, counts, below }, colors, reducedMotion),
    [days, counts, below],
  )
  const columns = [counts, ...alsoInTable, ...(below ? [below] : [])]
  return (
    <Chart
      label={label}
      facts={{
        columns: ['Day', ...columns.map(({ name }) => name)],
        // Days with nothing are seen in the picture; read out one after the other they would bury the others.
        rows: days.flatMap((day, place) => {
          const figures = columns.map(({ values }) => values[place] ?? 0)
          return figures.some((figure) => figure > 0)
            ? [[day, ...figures.map((figure) => formatCount(figure))]]
            : []
        }),
      }}
      height={below ? LOWER.top + LOWER.height + FOOT : UPPER.top + UPPER.height + FOOT}
      draw={draw}
      onSave={onSave}
    />
  )
}

function drawDays(
  { days, counts, below }: Pick<DayCountsChartProps, 'days' | 'counts' | 'below'>,
  colors: ChartColors,
  reducedMotion: boolean,
): ChartOption {
  const parts = [
    { ...counts, color: colors.window, place: UPPER },
    ...(below ? [{ ...below, color: colors.limit, place: LOWER }] : []),
  ]
  const { left, right } = chartGrid
  const frame = chartFrame(colors, reducedMotion)
  return {
    ...frame,
    tooltip: {
      ...frame.tooltip,
      formatter: pointerWords(
        days,
        parts.map(({ name, values }) => ({ name, values, sign: 'filled' })),
        formatCount,
      ),
    },
    // The pointer marks the same day in both.
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    // Labels get the same room in both, so that a day stands under itself.
    grid: parts.map(({ place }) => ({ left: left + 48, right, ...place })),
    xAxis: parts.map((_, gridIndex) => ({
      ...placesAxis(colors),
      type: 'category' as const,
      gridIndex,
      data: [...days],
    })),
    yAxis: parts.map(({ name }, gridIndex) => ({
      ...quietAxis(colors),
      type: 'value' as const,
      gridIndex,
      min: 0,
      minInterval: 1,
      axisLabel: { color: colors.inkDim, formatter: (value: number) => formatShortCount(value) },
      splitNumber: gridIndex === 0 ? 4 : 2,
      name,
      nameTextStyle: { color: colors.ink, fontSize: 12, align: 'left' as const, padding: [0, 0, 0, -48] },
    })),
    series: parts.map(({ name, values, color }, index) => ({
      type: 'bar' as const,
      name,
      data: [...values],
      xAxisIndex: index,
      yAxisIndex: index,
      barMaxWidth: 28,
      emphasis: { disabled: true },
      itemStyle: { color },
    })),
  }
}
