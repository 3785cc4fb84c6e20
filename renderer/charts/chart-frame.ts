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
      textStyle: { color: colors.ink, fontSize: 12 },
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
  return { ...quietAxis(colors), splitLine: { show: false } }
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
