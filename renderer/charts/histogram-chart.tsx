import { useCallback } from 'react'
import { formatCount } from '../format/numbers.ts'
import { Chart } from './chart.tsx'
import type { ChartColors } from './chart-colors.ts'
import { chartFrame, chartGrid, limitLine, placesAxis, quietAxis } from './chart-frame.ts'

/** A limit to be drawn, e.g. the slowest a score may be. */
export interface ChartLimit {
  readonly at: number
  readonly label: string
}

interface HistogramChartProps {
  readonly label: string
  readonly firstColumn: string
  /** Bin edges, ascending, one more than counts. */
  readonly edges: readonly number[]
  readonly counts: readonly number[]
  readonly format: (value: number) => string
  readonly limits?: readonly ChartLimit[]
  readonly onSave?: (png: Uint8Array) => void
}

/** How many fall into each bin, with limits drawn where there are any. */
export function HistogramChart(props: HistogramChartProps) {
  const { label, firstColumn, edges, counts, format, limits = NO_LIMITS, onSave } = props
  const draw = useCallback(
    (colors: ChartColors, reducedMotion: boolean) => ({
      ...chartFrame(colors, reducedMotion),
      // Room for the names of the limits, and for half of the last bin's name.
      grid: { ...chartGrid, top: limits.length > 0 ? 28 : chartGrid.top, right: 44 },
      xAxis: { ...placesAxis(colors), type: 'category' as const, data: binNames(edges, format) },
      yAxis: { ...quietAxis(colors), type: 'value' as const, min: 0, minInterval: 1 },
      series: [
        {
          type: 'bar' as const,
          name: 'Count',
          data: [...counts],
          barCategoryGap: '6%',
          itemStyle: { color: colors.window },
          markLine: limitLine(
            colors,
            limits
              .map(({ at, label: name }) => ({ at: binOf(edges, at), label: name, axis: 'x' as const }))
              .filter(({ at }) => at >= 0),
          ),
        },
      ],
    }),
    [edges, counts, format, limits],
  )
  return (
    <Chart
      label={label}
      facts={{
        columns: [firstColumn, 'Count'],
        rows: binNames(edges, format).map((name, index) => [name, formatCount(counts[index] ?? 0)]),
      }}
      height={200}
      draw={draw}
      onSave={onSave}
    />
  )
}

const NO_LIMITS: readonly ChartLimit[] = []

function binNames(edges: readonly number[], format: (value: number) => string): string[] {
  return edges.slice(0, -1).map((edge, index) => `${format(edge)} – ${format(edges[index + 1] ?? edge)}`)
}

/** Place of the bin a value falls into; -1 when it lies outside, where nothing is drawn. */
function binOf(edges: readonly number[], value: number): number {
  return edges.findIndex((edge, index) => value >= edge && value < (edges[index + 1] ?? edge))
}
