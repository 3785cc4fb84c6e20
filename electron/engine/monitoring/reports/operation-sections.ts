/** What a report says about speed and health. */
import type { HealthReport, LatencyReport, OperationLatency } from '../../../contract/performance.ts'
import { inBytes } from '../../sentences/in-bytes.ts'
import { type Markup, markup } from './markup.ts'
import { countText, millisecondsText, shareText } from './report-numbers.ts'

const OPERATIONS = { single: 'A lead typed in', batch: 'A lead of an import' } as const
const FIGURES = [
  { key: 'p50', label: 'Typical' },
  { key: 'p95', label: '95 of 100 within' },
  { key: 'p99', label: '99 of 100 within' },
  { key: 'mean', label: 'Average' },
  { key: 'max', label: 'Slowest' },
] as const

/** How fast leads were scored. */
export function speedSection({ headline, operations }: LatencyReport): Markup {
  const measured = operations.filter(({ stages }) => stages !== null)
  return markup`<section id="speed"><h2>Speed</h2><p>${headline}</p>
${
  measured.length === 0
    ? null
    : markup`<table class="figures"><thead><tr><th scope="col">Time per lead</th>${FIGURES.map(({ label }) => markup`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${measured.map(timesRow)}</tbody></table>`
}</section>`
}

function timesRow({ operation, stages }: OperationLatency): Markup {
  return markup`<tr data-operation="${operation}"><th scope="row">${OPERATIONS[operation]}</th>${FIGURES.map(
    ({ key }) => markup`<td>${stages ? millisecondsText(stages.total[key]) : '–'}</td>`,
  )}</tr>`
}

/** Whether everything works, and how much there is. */
export function healthSection({
  findings,
  predictions,
  operations,
  databaseBytes,
  integrity,
}: HealthReport): Markup {
  const { total, successRate } = operations
  return markup`<section id="health"><h2>Health</h2><ul>${findings.map(({ sentence }) => markup`<li>${sentence}</li>`)}</ul>
<dl><dt>Leads scored</dt><dd>${countText(predictions)}</dd>
<dt>Scorings that worked</dt><dd>${successRate === null ? 'none yet' : `${shareText(successRate)} of ${countText(total)}`}</dd>
<dt>Size of the history</dt><dd>${inBytes(databaseBytes)}</dd>
${integrity ? markup`<dt>Data on the disk</dt><dd>${integrity.sentence}</dd>` : null}</dl></section>`
}
