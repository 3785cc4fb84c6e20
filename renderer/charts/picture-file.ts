/** A chart as a picture that stands alone: under its name, with what its bars and lines stand for. */
import type { ChartColors } from './chart-colors.ts'
import type { ChartLegend } from './chart-legend.ts'

/** How much finer than the screen: it is looked at enlarged and printed. */
const PIXEL_RATIO = 2
const MARGIN = 16
const TITLE_LINE = 20
const LEGEND_HEIGHT = 28
const SWATCH = { width: 14, height: 10 }
const SWATCH_GAP = 8
const NAME_GAP = 24

interface PictureParts {
  readonly label: string
  readonly legend: ChartLegend | undefined
  readonly colors: ChartColors
  /** The chart at a ratio of pixels, without a background. */
  readonly drawChart: (pixelRatio: number) => HTMLCanvasElement
}

/** The bytes of a PNG file; null where the browser gives no canvas to draw on. */
export function drawPictureFile({ label, legend, colors, drawChart }: PictureParts): Uint8Array | null {
  const chart = drawChart(PIXEL_RATIO)
  const width = chart.width / PIXEL_RATIO + 2 * MARGIN
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!context) return null
  context.font = titleFont(colors)
  const lines = wrapWords(label, width - 2 * MARGIN, (text) => context.measureText(text).width)
  const head = MARGIN + lines.length * TITLE_LINE
  const foot = legend ? LEGEND_HEIGHT : 0
  canvas.width = width * PIXEL_RATIO
  canvas.height = chart.height + (head + foot + MARGIN) * PIXEL_RATIO
  // Setting the size has reset everything else.
  context.scale(PIXEL_RATIO, PIXEL_RATIO)
  context.textBaseline = 'middle'
  context.fillStyle = colors.surface
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.fillStyle = colors.ink
  context.font = titleFont(colors)
  for (const [place, line] of lines.entries())
    context.fillText(line, MARGIN, MARGIN + (place + 0.5) * TITLE_LINE)
  context.drawImage(chart, MARGIN, head, chart.width / PIXEL_RATIO, chart.height / PIXEL_RATIO)
  if (legend) {
    const middle = head + chart.height / PIXEL_RATIO + LEGEND_HEIGHT / 2
    drawLegend(context, { legend, colors, middle, width: width - 2 * MARGIN })
  }
  return bytesOfDataUrl(canvas.toDataURL('image/png'))
}

interface LegendParts {
  readonly legend: ChartLegend
  readonly colors: ChartColors
  /** Where its line has its middle, and how wide it may be. */
  readonly middle: number
  readonly width: number
}

function drawLegend(
  context: CanvasRenderingContext2D,
  { legend: { window, baseline, look }, colors, middle, width }: LegendParts,
): void {
  context.font = `12px ${colors.fontFamily}`
  context.lineWidth = 2
  const top = middle - SWATCH.height / 2
  const room = width - 2 * (SWATCH.width + SWATCH_GAP) - NAME_GAP
  const names = fitNames([window, baseline], room, (text) => context.measureText(text).width)
  let left = MARGIN
  for (const [name, color, isBaseline] of [
    [names[0], colors.window, false],
    [names[1], colors.baseline, true],
  ] as const) {
    context.fillStyle = color
    context.strokeStyle = color
    if (look === 'lines') {
      context.setLineDash(isBaseline ? [4, 3] : [])
      context.beginPath()
      context.moveTo(left, middle)
      context.lineTo(left + SWATCH.width, middle)
      context.stroke()
    } else if (isBaseline) context.strokeRect(left + 1, top + 1, SWATCH.width - 2, SWATCH.height - 2)
    else context.fillRect(left, top, SWATCH.width, SWATCH.height)
    context.fillStyle = colors.ink
    context.fillText(name, left + SWATCH.width + SWATCH_GAP, middle)
    left += SWATCH.width + SWATCH_GAP + context.measureText(name).width + NAME_GAP
  }
}

function titleFont({ fontFamily }: ChartColors): string {
  return `600 14px ${fontFamily}`
}

/** Words in lines that are not wider than this, but for a word that is wider by itself. */
export function wrapWords(text: string, width: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** Two names that together are not wider than this: the longer one is shortened first, in its middle, for names often differ at their ends. */
export function fitNames(
  [first, second]: readonly [string, string],
  width: number,
  widthOf: (text: string) => number,
): readonly [string, string] {
  const half = width / 2
  return [
    shorten(first, Math.max(half, width - widthOf(second)), widthOf),
    shorten(second, Math.max(half, width - widthOf(first)), widthOf),
  ]
}

function shorten(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text
  const letters = [...text]
  for (let kept = letters.length - 1; kept > 0; kept--) {
    const head = letters.slice(0, Math.ceil(kept / 2)).join('')
    const tail = letters.slice(letters.length - Math.floor(kept / 2)).join('')
    const shortened = `${head.trimEnd()}…${tail.trimStart()}`
    if (widthOf(shortened) <= width) return shortened
  }
  return '…'
}

/** `data:image/png;base64,...` as bytes; the page's policy lets nothing be fetched, not even this. */
function bytesOfDataUrl(url: string): Uint8Array {
  const binary = atob(url.slice(url.indexOf(',') + 1))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}
