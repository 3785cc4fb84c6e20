/** The product's colours as a chart needs them: a canvas knows no CSS variables. */
export interface ChartColors {
  readonly ink: string
  readonly inkDim: string
  readonly line: string
  readonly surface: string
  readonly surfaceSunken: string
  /** What is looked at: filled. */
  readonly window: string
  /** What it is compared with: an outline, so that the two differ by form as well as by colour. */
  readonly baseline: string
  readonly limit: string
  readonly fontFamily: string
}

/** Reads the colours in force where the element stands. */
export function readChartColors(element: Element): ChartColors {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    inkDim: token('--ink-dim'),
    line: token('--line'),
    surface: token('--surface'),
    surfaceSunken: token('--surface-sunken'),
    window: token('--accent'),
    baseline: token('--ink-dim'),
    limit: token('--hot-fill'),
    fontFamily: style.fontFamily,
  }
}

/** A token's colour (`#rrggbb`) through which what lies beneath can be seen. */
export function translucent(color: string): string {
  return `${color}73`
}
