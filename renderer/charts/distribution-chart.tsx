import { useCallback } from 'react'
import { formatShare } from '../format/chance.ts'
import { Chart } from './chart.tsx'
import { type ChartColors, translucent } from './chart-colors.ts'
import { barHeights, chartFrame, placesAxis, pointerWords, quietAxis } from './chart-frame.ts'
import type { ChartOption } from './echarts.ts'

/** Shares of two samples by bin or category. */
export interface DistributionPlace {
  /** Name of the bin or category. */
  readonly name: string
  readonly baseline: number
  readonly window: number
}

interface DistributionChartProps {
  readonly label: string
  readonly firstColumn: string
  readonly places: readonly DistributionPlace[]
  /** Bins stand side by side and in order; categories are read from top to bottom. */
  readonly kind: 'number' | 'category'
  readonly names: { readonly window: string; readonly baseline: string }
  readonly onSave?: (png: Uint8Array) => void
}

const ROW_HEIGHT = 34
const BIN_CHART_HEIGHT = 220

/** Two samples over the same places: the window filled, what it is compared with as an outline. */
export function DistributionChart(props: DistributionChartProps) {
  const { label, firstColumn, places, kind, names, onSave } = props
  const draw = useCallback(
    (colors: ChartColors, reducedMotion: boolean) =>
      drawShares({ places, kind, names }, colors, reducedMotion),
    [places, kind, names],
  )
  return (
    <Chart
      label={label}
      facts={{
        columns: [firstColumn, names.window, names.baseline],
        rows: places.map(({ name, window, baseline }) => [name, formatShare(window), formatShare(baseline)]),
      }}
      height={kind === 'category' ? places.length * ROW_HEIGHT + 40 : BIN_CHART_HEIGHT}
      draw={draw}
      legend={{ ...names, look: 'bars' }}
      onSave={onSave}
    />
  )
}

function drawShares(
  { places, kind, names }: Pick<DistributionChartProps, 'places' | 'kind' | 'names'>,
  colors: ChartColors,
  reducedMotion: boolean,
): ChartOption {
  const place = {
    ...placesAxis(colors),
    type: 'category' as const,
    data: places.map(({ name }) => name),
    ...(kind === 'category' && {
      inverse: true,
      axisLabel: { color: colors.ink, width: 160, overflow: 'truncate' as const, interval: 0 },
    }),
  }
  const share = {
    ...quietAxis(colors),
    type: 'value' as const,
    min: 0,
    axisLabel: { color: colors.inkDim, formatter: (value: number) => formatShare(value) },
  }
  const bars = (name: string, values: readonly number[], itemStyle: object) => ({
    type: 'bar' as const,
    name,
    data: barHeights(values),
    itemStyle,
    emphasis: { disabled: true },
    barGap: kind === 'category' ? '10%' : '-100%',
    barCategoryGap: kind === 'category' ? '28%' : '6%',
  })
  const frame = chartFrame(colors, reducedMotion)
  const shares = (kind: 'window' | 'baseline') => places.map((at) => at[kind])
  return {
    ...frame,
    tooltip: {
      ...frame.tooltip,
      formatter: pointerWords(
        places.map(({ name }) => name),
        [
          { name: names.window, values: shares('window'), sign: 'filled' },
          { name: names.baseline, values: shares('baseline'), sign: 'outlined' },
        ],
        formatShare,
      ),
    },
    ...(kind === 'category' ? { yAxis: place, xAxis: share } : { xAxis: place, yAxis: share }),
    series: [
      bars(
        names.window,
        shares('window'),
        // Bins lie over each other: what is looked at is translucent, so that the outline shows through.
        kind === 'number'
          ? { color: translucent(colors.window), borderColor: colors.window, borderWidth: 1 }
          : { color: colors.window },
      ),
      bars(names.baseline, shares('baseline'), {
        color: 'transparent',
        borderColor: colors.baseline,
        borderWidth: 2,
      }),
    ],
  }
}
