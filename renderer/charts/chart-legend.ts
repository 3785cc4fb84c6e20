/** The two things a chart shows, filled and outlined, or as a solid and a dashed line. */
export interface ChartLegend {
  readonly window: string
  readonly baseline: string
  readonly look: 'bars' | 'lines'
}
