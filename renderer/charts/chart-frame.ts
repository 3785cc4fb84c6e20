/** What all charts share: type, axes, lines, the box that follows the pointer. */
import type { ChartColors } from './chart-colors.ts'
import type { ChartOption } from './echarts.ts'

/** Room around the axes. */
export const chartGrid = { left: 8, right: 16, top: 16, bottom: 8, containLabel: true }

/** Options every chart begins with. */
export function chartFrame(colors: ChartColors, reducedMotion: boolean): ChartOption {
  return {
    animation: !reducedMotion,
    animationDuration: 180,
    textStyle: { fontFamily: colors.fontFamily, fontSize: 12, color: colors.inkDim },
    grid: chartGrid,
    tooltip: {
      trigger: 'axis',
      // Drawn, not HTML: the page's policy allows no styles in markup.
      renderMode: 'richText',
      confine: true,
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: { color: colors.ink, fontSize: 12, fontFamily: colors.fontFamily },
      axisPointer: { type: 'shadow', shadowStyle: { color: colors.line, opacity: 0.35 } },
    },
  }
}

/** Looks of an axis that counts. */
export function quietAxis(colors: ChartColors) {
  return {
    axisLine: { show: true, lineStyle: { color: colors.line } },
    axisTick: { show: false },
    axisLabel: { color: colors.inkDim, fontSize: 12, hideOverlap: true },
    splitLine: { show: true, lineStyle: { color: colors.line, type: 'dashed' as const } },
    nameTextStyle: { color: colors.inkDim, fontSize: 12 },
  }
}

/** Looks of an axis with one place per bar. */
export function placesAxis(colors: ChartColors) {
  const axis = quietAxis(colors)
  // A long first name reaches below the numbers of the other axis: it stands clear of the lowest.
  return { ...axis, splitLine: { show: false }, axisLabel: { ...axis.axisLabel, margin: 11 } }
}

/** A limit drawn across a chart, with its name. */
export function limitLine(
  colors: ChartColors,
  limits: readonly { readonly at: number; readonly label: string; readonly axis: 'x' | 'y' }[],
) {
  return {
    silent: true,
    symbol: 'none',
    animation: false,
    lineStyle: { color: colors.limit, type: 'dashed' as const, width: 1.5 },
    label: { color: colors.ink, fontSize: 12 },
    data: limits.map(({ at, label, axis }) => ({
      ...(axis === 'x' ? { xAxis: at } : { yAxis: at }),
      // Across a standing line, beside a lying one: turned text is hard to read.
      label: {
        formatter: label,
        position: axis === 'x' ? ('end' as const) : ('insideEndTop' as const),
      },
    })),
  }
}

/** Heights of bars; one of nothing draws nothing, not even its border, which would lie on the axis as a thick line. */
export function barHeights(values: readonly number[]) {
  return values.map((value) => (value === 0 ? { value, itemStyle: { opacity: 0 } } : value))
}

/** One line of what stands beside the pointer. */
export interface PointerLine {
  readonly name: string
  /** One per place of the axis. */
  readonly values: readonly number[]
  /** How it looks in the chart: the same sign as in the legend, for colour alone is no name. */
  readonly sign: 'filled' | 'outlined'
}

/**
 * Words beside the pointer: the place once, then a line for each thing shown there. ECharts' own have no sign for what is
 * drawn as an outline, and name a place once for each axis.
 */
export function pointerWords(
  places: readonly string[],
  lines: readonly PointerLine[],
  format: (value: number) => string,
) {
  return (pointed: unknown): string => {
    const place = placeOf(pointed)
    const said = lines.map(
      ({ name, values, sign }) => `${sign === 'filled' ? '■' : '□'} ${name}: ${format(values[place] ?? 0)}`,
    )
    return [places[place] ?? '', ...said].join('\n')
  }
}

function placeOf(pointed: unknown): number {
  const [first] = Array.isArray(pointed) ? pointed : [pointed]
  const isPlaced = typeof first === 'object' && first !== null && 'dataIndex' in first
  return isPlaced && typeof first.dataIndex === 'number' ? first.dataIndex : -1
}
