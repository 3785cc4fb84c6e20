import { useCallback } from 'react'
import { formatShare } from '../format/chance.ts'
import { Chart } from './chart.tsx'
import type { ChartColors } from './chart-colors.ts'
import { chartFrame, quietAxis } from './chart-frame.ts'

interface CumulativeChartProps {
  readonly label: string
  /** Quantiles from 0 to 100 % in equal steps, ascending. */
  readonly window: readonly number[]
  readonly baseline: readonly number[]
  readonly names: { readonly window: string; readonly baseline: string }
  readonly format: (value: number) => string
  readonly onSave?: (png: Uint8Array) => void
}

/** Empirical cumulative distribution: which share of the leads lies at or below a value. */
export function CumulativeChart({ label, window, baseline, names, format, onSave }: CumulativeChartProps) {
  const draw = useCallback(
    (colors: ChartColors, reducedMotion: boolean) => ({
      ...chartFrame(colors, reducedMotion),
      xAxis: {
        ...quietAxis(colors),
        type: 'value' as const,
        scale: true,
        axisLabel: { color: colors.inkDim, hideOverlap: true, formatter: (value: number) => format(value) },
      },
      yAxis: {
        ...quietAxis(colors),
        type: 'value' as const,
        min: 0,
        max: 1,
        axisLabel: { color: colors.inkDim, formatter: (value: number) => formatShare(value) },
      },
      tooltip: { show: false },
      series: [
        steps(names.window, window, { color: colors.window, width: 2.5 }),
        steps(names.baseline, baseline, { color: colors.baseline, width: 2, type: 'dashed' }),
      ],
    }),
    [window, baseline, names, format],
  )
  const shares = [0.1, 0.25, 0.5, 0.75, 0.9]
  return (
    <Chart
      label={label}
      facts={{
        columns: ['Share of leads at or below', names.window, names.baseline],
        rows: shares.map((share) => [
          formatShare(share),
          format(at(window, share)),
          format(at(baseline, share)),
        ]),
      }}
      height={220}
      draw={draw}
      legend={{ ...names, look: 'lines' }}
      onSave={onSave}
    />
  )
}

function at(quantiles: readonly number[], share: number): number {
  return quantiles[Math.round(share * (quantiles.length - 1))] ?? Number.NaN
}

function steps(
  name: string,
  quantiles: readonly number[],
  lineStyle: { color: string; width: number; type?: 'dashed' },
) {
  return {
    type: 'line' as const,
    name,
    data: quantiles.map((value, index) => [value, index / Math.max(1, quantiles.length - 1)]),
    step: 'end' as const,
    symbol: 'none',
    lineStyle,
    itemStyle: { color: lineStyle.color },
  }
}
