/** What a report says about leads and scores: findings, fields with their drawings, all numbers. */
import type { Field } from '../../../../model/bundle/field.ts'
import type { DriftReport, FieldDrift, ScoreDrift } from '../../../contract/drift.ts'
import { numberWords } from '../drift/value-words.ts'
import { drawDistribution } from './draw-distribution.ts'
import { type Markup, markup } from './markup.ts'
import { numbersTable } from './numbers-table.ts'
import type { ReportFacts } from './report-facts.ts'
import { chanceText, countText, shareText } from './report-numbers.ts'
import { FIELD_VERDICTS, fieldTitle, type VerdictWords } from './verdict-words.ts'

/** Drawings in one report: a model with hundreds of fields must not make a file nobody can mail. */
const MOST_DRAWINGS = 60
/** Findings at the head of a report; the others stand with their fields. */
const MOST_FINDINGS = 10

/** A verdict as a word in a box. */
export function verdictBox({ word, tone }: VerdictWords): Markup {
  return markup`<span class="verdict ${tone}">${word}</span>`
}

/** All sections on leads; none where there was nothing to compare. */
export function leadSections({ drift, fields }: Pick<ReportFacts, 'drift' | 'fields'>): Markup {
  if (drift.fields.length === 0) return markup``
  return markup`${findingsSection(drift)}${drift.score ? scoreSection(drift.score, drift) : null}
${fieldsSection(drift, fields)}${numbersTable(drift)}`
}

function findingsSection({ fields, overlap, noticeable }: DriftReport): Markup {
  const drawn = new Set(drawnFields(fields).slice(0, MOST_DRAWINGS))
  const findings = fields.flatMap((field) =>
    field.findings.map(({ sentence }) => ({ sentence, isDrawn: drawn.has(field) })),
  )
  // What has no drawing below is said here or nowhere.
  const told = findings.filter(({ isDrawn }, place) => place < MOST_FINDINGS || !isDrawn)
  const left = findings.length - told.length
  return markup`<section id="findings"><h2>What stands out</h2>
${findings.length === 0 ? markup`<p>Nothing stands out.</p>` : markup`<ul>${told.map(({ sentence }) => markup`<li>${sentence}</li>`)}</ul>`}
${left > 0 ? markup`<p>${countText(left)} more ${left === 1 ? 'stands' : 'stand'} below, field by field.</p>` : null}
${overlap ? markup`<p>${overlap.sentence}</p>` : null}${noticeable === null ? null : markup`<p class="dim">${noticeable}</p>`}</section>`
}

const BANDS = { hot: 'Hot', warm: 'Warm', cold: 'Cold' } as const

function scoreSection(score: ScoreDrift, { window, baseline }: DriftReport): Markup {
  const { verdict, sentence, distribution, bands, expected, observedInBaseline, statistic } = score
  const words = {
    title: `Scores: shares of leads by chance, ${window.name} and ${baseline.name}`,
    window: window.name,
    baseline: baseline.name,
    value: shareText,
  }
  return markup`<section id="scores"><div class="row"><h2>Scores</h2>${verdictBox(FIELD_VERDICTS[verdict])}</div><p>${sentence}</p>
${distribution ? drawDistribution(distribution, words) : null}
<table class="figures" id="bands"><thead><tr><td></td><th scope="col">${window.name}</th><th scope="col">${baseline.name}</th></tr></thead><tbody>
${bands.map(({ band, ...shares }) => sharesRow(BANDS[band], shares))}
${expected ? sharesRow('Expected to engage', expected) : null}</tbody></table>
${observedInBaseline === null ? null : markup`<p class="dim">Of ${baseline.name}, ${shareText(observedInBaseline)} did engage.</p>`}
${statistic && statistic.p !== null ? markup`<p class="dim">Chance of such a difference by accident: ${chanceText(statistic.p)} (${statistic.name}).</p>` : null}</section>`
}

function sharesRow(name: string, shares: { readonly window: number; readonly baseline: number }): Markup {
  return markup`<tr><th scope="row">${name}</th><td>${shareText(shares.window)}</td><td>${shareText(shares.baseline)}</td></tr>`
}

function fieldsSection(drift: DriftReport, fields: readonly Field[]): Markup {
  const drawn = drawnFields(drift.fields)
  const left = drawn.length - MOST_DRAWINGS
  return markup`<section id="fields"><h2>Field by field</h2>
<p class="dim">What matters most to the scores comes first. Leads without a value are left out of the drawings.</p>
${drawn.slice(0, MOST_DRAWINGS).map((field) => fieldArticle(field, drift, fields))}
${left > 0 ? markup`<p class="dim">${countText(left)} more are in the table of all numbers.</p>` : null}</section>`
}

function drawnFields(fields: readonly FieldDrift[]): readonly FieldDrift[] {
  return fields.filter(({ distribution }) => distribution !== null)
}

function fieldArticle(
  drift: FieldDrift,
  { window, baseline }: DriftReport,
  fields: readonly Field[],
): Markup {
  const { verdict, findings, distribution, missing } = drift
  const title = fieldTitle(drift)
  const words = {
    title: `${title}: shares in ${window.name} and in ${baseline.name}`,
    window: window.name,
    baseline: baseline.name,
    value: axisValue(drift, fields),
  }
  return markup`<article><div class="row"><h3>${title}</h3>${verdictBox(FIELD_VERDICTS[verdict])}</div>
${findings.map(({ sentence }) => markup`<p>${sentence}</p>`)}
${distribution ? drawDistribution(distribution, words) : null}
<p class="dim">Without a value: ${shareText(missing.window)}; of ${baseline.name} ${shareText(missing.baseline)}. The field makes ${shareText(drift.importance)} of a score.</p></article>`
}

/** A date stands as a day; lengths and counts are plain numbers whatever the field. */
function axisValue({ field, measure }: FieldDrift, fields: readonly Field[]): (value: number) => string {
  const found = measure === 'value' ? fields.find(({ name }) => name === field) : undefined
  return (value) => numberWords({ type: found?.type ?? 'number' }, value)
}
