/** The parts of ECharts that are used, registered once; nothing else of it is bundled. */
import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts'
import {
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components'
import { type ComposeOption, type ECharts, init, use } from 'echarts/core'
// A canvas: what the page's policy says about styles does not concern it, and it saves as a picture.
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, LineChart, GridComponent, TooltipComponent, MarkLineComponent, CanvasRenderer])

/** Everything a chart of this app may be made of. */
export type ChartOption = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | TooltipComponentOption | MarkLineComponentOption
>
/** A chart that was started. */
export type ChartInstance = ECharts

/** Starts a chart in an element that has a size. */
export function startChart(element: HTMLElement): ChartInstance {
  return init(element, null, { renderer: 'canvas' })
}
