/** Shares of two samples as a drawing: the window filled, what it is compared with as an outline. */
import type { Distribution } from '../../../contract/drift.ts'
import { counted } from '../../sentences/counted.ts'
import { type Markup, markup } from './markup.ts'
import { shareText } from './report-numbers.ts'

/** What the drawing is called and how its axis is written. */
export interface DrawingWords {
  readonly title: string
  readonly window: string
  readonly baseline: string
  /** A value of the axis. */
  readonly value: (value: number) => string
}

const WIDTH = 640
const HEIGHT = 150
const LABEL_SPACE = 22
/** Values written under the axis. */
const LABELS = 5
const GAP = 2

/** Draws shares: numbers as columns over their bins, categories as a table with a bar in each row. */
export function drawDistribution(distribution: Distribution, words: DrawingWords): Markup {
  return distribution.kind === 'number'
    ? drawNumbers(distribution, words)
    : drawCategories(distribution, words)
}

type NumberDistribution = Extract<Distribution, { kind: 'number' }>

function drawNumbers(distribution: NumberDistribution, words: DrawingWords): Markup {
  const { edges, window, baseline } = distribution
  const most = Math.max(...window, ...baseline, Number.MIN_VALUE)
  const step = WIDTH / Math.max(window.length, 1)
  const columns = (shares: readonly number[]) =>
    shares.map((share, bin) => column(bin * step + GAP / 2, step - GAP, (share / most) * HEIGHT)).join('')
  const every = Math.max(1, Math.ceil((edges.length - 1) / (LABELS - 1)))
  const labelled = [...edges.keys()].filter((edge) => edge % every === 0 || edge === edges.length - 1)
  return markup`<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT + LABEL_SPACE}" role="img" aria-label="${words.title}">
<path class="window" d="${columns(window)}"/><path class="baseline" d="${columns(baseline)}"/>
<path class="axis" d="M0 ${HEIGHT}H${WIDTH}"/>
${labelled.filter((edge) => isApart(edge, labelled, every)).map((edge) => axisLabel(edge * step, words.value(edges[edge] ?? 0)))}
</svg>${quartiles(distribution, words)}</figure>`
}

/** The last label stands; one too close before it does not. */
function isApart(edge: number, labelled: readonly number[], every: number): boolean {
  const last = labelled.at(-1) ?? edge
  return edge === last || last - edge >= every / 2
}

function axisLabel(x: number, text: string): Markup {
  const anchor = x <= 0 ? 'start' : x >= WIDTH - 1 ? 'end' : 'middle'
  return markup`<text x="${digits(x)}" y="${HEIGHT + 16}" text-anchor="${anchor}">${text}</text>`
}

function column(x: number, width: number, height: number): string {
  if (height <= 0) return ''
  return `M${digits(x)} ${HEIGHT}v${digits(-height)}h${digits(width)}V${HEIGHT}`
}

/** Of 0, 1, ... 100%. */
const QUARTILES = [
  { name: 'lowest', percent: 0 },
  { name: 'a quarter is below', percent: 25 },
  { name: 'half is below', percent: 50 },
  { name: 'three quarters are below', percent: 75 },
  { name: 'highest', percent: 100 },
] as const

/** What the columns show, in numbers, for those who cannot see them or want to know. */
function quartiles({ windowQuantiles, baselineQuantiles }: NumberDistribution, words: DrawingWords): Markup {
  const row = (
    name: string,
    mark: string,
    quantiles: readonly number[],
  ) => markup`<tr><th scope="row"><span class="mark ${mark}"></span>${name}</th>
${QUARTILES.map(({ percent }) => markup`<td>${words.value(quantiles[percent] ?? 0)}</td>`)}</tr>`
  return markup`<table class="figures"><thead><tr><td></td>${QUARTILES.map(({ name }) => markup`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>${row(words.window, 'window', windowQuantiles)}${row(words.baseline, 'baseline', baselineQuantiles)}</tbody></table>`
}

const BAR_WIDTH = 240
const BAR_HEIGHT = 16
/** Longer names of categories are cut: a report is for reading, and has a limit. */
const LONGEST_LABEL = 80

type CategoryDistribution = Extract<Distribution, { kind: 'category' }>

function drawCategories({ levels, other }: CategoryDistribution, words: DrawingWords): Markup {
  const rows = [
    ...levels.map(({ label, unseen, ...shares }) => ({ name: cut(label), unseen, ...shares })),
    ...(other ? [{ ...other, name: counted(other.levels, 'other'), unseen: false }] : []),
  ]
  const most = Math.max(...rows.flatMap(({ baseline, window }) => [baseline, window]), Number.MIN_VALUE)
  return markup`<table class="figures bars"><caption class="hidden">${words.title}</caption>
<thead><tr><td></td><td></td><th scope="col"><span class="mark window"></span>${words.window}</th><th scope="col"><span class="mark baseline"></span>${words.baseline}</th></tr></thead>
<tbody>${rows.map(
    ({
      name,
      unseen,
      window,
      baseline,
    }) => markup`<tr><th scope="row"><bdi>${name}</bdi>${unseen ? markup` <em>new</em>` : null}</th>
<td><svg viewBox="0 0 ${BAR_WIDTH} ${BAR_HEIGHT}" aria-hidden="true">${bar('window', window / most)}${bar('baseline', baseline / most)}</svg></td>
<td>${shareText(window)}</td><td>${shareText(baseline)}</td></tr>`,
  )}</tbody></table>`
}

function bar(kind: 'window' | 'baseline', length: number): Markup {
  if (length <= 0) return markup``
  return markup`<rect class="${kind}" x="1" y="2" width="${digits(length * (BAR_WIDTH - 2))}" height="${BAR_HEIGHT - 4}"/>`
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL).join('')}…` : text
}

/** A tenth of a unit is finer than any screen shows. */
function digits(length: number): string {
  return String(Number(length.toFixed(1)))
}
