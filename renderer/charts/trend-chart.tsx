import { useCallback } from 'react'
import { Chart } from './chart.tsx'
import type { ChartColors } from './chart-colors.ts'
import { chartFrame, limitLine, placesAxis, quietAxis } from './chart-frame.ts'
import type { ChartLegend } from './chart-legend.ts'
import type { ChartLimit } from './histogram-chart.tsx'

/** One line of a trend. */
export interface TrendLine {
  readonly name: string
  /** One per time; null where there is nothing to show. */
  readonly values: readonly (number | null)[]
}

interface TrendChartProps {
  readonly label: string
  readonly firstColumn: string
  /** Names of the points in time, oldest first. */
  readonly times: readonly string[]
  /** One or two lines; the second is dashed. */
  readonly lines: readonly TrendLine[]
  readonly format: (value: number) => string
  readonly limits?: readonly ChartLimit[]
  readonly height?: number
  readonly onSave?: (png: Uint8Array) => void
}

/** How something changed from one point in time to the next. */
export function TrendChart(props: TrendChartProps) {
  const { label, firstColumn, times, lines, format, limits = NO_LIMITS, height = 200, onSave } = props
  const draw = useCallback(
    (colors: ChartColors, reducedMotion: boolean) => {
      const frame = chartFrame(colors, reducedMotion)
      return {
        ...frame,
        tooltip: {
          ...frame.tooltip,
          axisPointer: { type: 'line' as const, lineStyle: { color: colors.line } },
          valueFormatter: (value: unknown) => (typeof value === 'number' ? format(value) : '–'),
        },
        xAxis: { ...placesAxis(colors), type: 'category' as const, data: [...times] },
        yAxis: {
          ...quietAxis(colors),
          type: 'value' as const,
          min: 0,
          axisLabel: { color: colors.inkDim, formatter: (value: number) => format(value) },
        },
        series: lines.map(({ name, values }, index) => ({
          type: 'line' as const,
          name,
          data: [...values],
          symbolSize: 6,
          lineStyle: {
            color: index === 0 ? colors.window : colors.baseline,
            width: 2,
            type: index === 0 ? ('solid' as const) : ('dashed' as const),
          },
          itemStyle: { color: index === 0 ? colors.window : colors.baseline },
          ...(index === 0 && {
            markLine: limitLine(
              colors,
              limits.map((limit) => ({ ...limit, axis: 'y' as const })),
            ),
          }),
        })),
      }
    },
    [times, lines, format, limits],
  )
  return (
    <Chart
      label={label}
      facts={{
        columns: [firstColumn, ...lines.map(({ name }) => name)],
        rows: times.map((time, index) => [
          time,
          ...lines.map(({ values }) => shown(values[index] ?? null, format)),
        ]),
      }}
      height={height}
      draw={draw}
      legend={legendOf(lines)}
      onSave={onSave}
    />
  )
}

function legendOf([first, second]: readonly TrendLine[]): ChartLegend | undefined {
  return first && second ? { window: first.name, baseline: second.name, look: 'lines' } : undefined
}

const NO_LIMITS: readonly ChartLimit[] = []

function shown(value: number | null, format: (value: number) => string): string {
  return value === null ? '–' : format(value)
}
