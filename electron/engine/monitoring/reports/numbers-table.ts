/** All numbers of a drift report in one table, a row per field and measure. */
import type { DriftReport, FieldDrift } from '../../../contract/drift.ts'
import { type Markup, markup } from './markup.ts'
import { chanceText, countText, shareText, statisticText } from './report-numbers.ts'
import { FIELD_VERDICTS, fieldTitle } from './verdict-words.ts'

const COLUMNS = ['Verdict', 'Size', 'Limit', 'Chance', 'Corrected', 'Empty', 'Empty before', 'New', 'Outside']

/** The table with what its columns mean under it. `data` elements hold each number as it was computed. */
export function numbersTable({ fields }: Pick<DriftReport, 'fields'>): Markup {
  return markup`<section id="numbers"><h2>All numbers</h2><div class="scroll"><table class="figures"><thead><tr><th scope="col">Field</th>
${COLUMNS.map((name) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${fields.map(row)}</tbody></table></div>
<p class="dim">Size: of the difference, by the measure under the field’s name. Chance: of such a difference by accident; corrected for the number of
fields looked at. A limit holds for the size, or with “p” for the chance. Empty: leads without a value. New: leads with a value not seen before. Outside: leads with a number outside the
range seen before.</p></section>`
}

function row(drift: FieldDrift): Markup {
  const { field, measure, verdict, statistic, missing, unseen, outOfRange } = drift
  const outside = outOfRange ? outOfRange.below + outOfRange.above : null
  return markup`<tr data-field="${field}" data-measure="${measure}"><th scope="row">${fieldTitle(drift)}${
    statistic ? markup`<div class="dim">${statistic.name}</div>` : null
  }</th><td>${FIELD_VERDICTS[verdict].word}</td>
<td>${datum(statistic?.value, statisticText)}</td><td>${statistic?.judgedBy === 'p' ? 'p ' : null}${datum(statistic?.threshold, statisticText)}</td>
<td>${datum(statistic?.p, chanceText)}</td><td>${datum(statistic?.adjustedP, chanceText)}</td>
<td>${datum(missing.window, shareText)}</td><td>${datum(missing.baseline, shareText)}</td>
<td>${datum(unseen?.leads, countText)}</td><td>${datum(outside, countText)}</td></tr>`
}

function datum(value: number | null | undefined, write: (value: number) => string): Markup {
  return value === null || value === undefined
    ? markup`–`
    : markup`<data value="${value}">${write(value)}</data>`
}
