/** A report as one page of HTML: no script, nothing from outside, readable offline and on paper. */
import { createHash } from 'node:crypto'
import type { WindowFacts } from '../../../contract/windows.ts'
import { leadSections, verdictBox } from './lead-sections.ts'
import { Markup, markup } from './markup.ts'
import { healthSection, speedSection } from './operation-sections.ts'
import type { ReportFacts } from './report-facts.ts'
import { countText, dayText, momentText } from './report-numbers.ts'
import { REPORT_STYLE } from './report-style.ts'
import { REPORT_VERDICTS } from './verdict-words.ts'

/** The only thing the page may use besides its own text: this very style. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(REPORT_STYLE).digest('base64')}'`

/** Writes the page. */
export function reportPage(facts: ReportFacts): string {
  const { drift, latency, health } = facts
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>Leadlight report, ${dayText(Date.parse(drift.madeAt))}</title>
${new Markup(`<style>${REPORT_STYLE}</style>`)}</head><body><main>
${heading(facts)}${leadSections(facts)}${speedSection(latency)}${healthSection(health)}
<footer><p>${drift.ruleSentence}</p>
<p>Made by Leadlight on this computer; nothing was sent anywhere. The report holds shares, counts and values of categories, but no names and no addresses of leads, unless
they stand in a column that was imported as a category.</p></footer></main></body></html>
`.html
}

function heading({ drift, provenance }: ReportFacts): Markup {
  const { window, baseline, model, verdict, headline, madeAt } = drift
  return markup`<header><p class="brand">Leadlight report</p><h1>Can the scores be trusted?</h1>
${model.demo ? markup`<p class="notice">${provenance}</p>` : null}
<section><p class="headline">${headline}</p><p>${verdictBox(REPORT_VERDICTS[verdict])}</p>
<dl><dt>Looked at</dt><dd>${windowText(window)}</dd><dt>Compared with</dt><dd>${windowText(baseline)}</dd>
<dt>Model</dt><dd>${model.name}, version ${model.version}${model.demo ? ' (demo)' : null}</dd>
<dt>Rule</dt><dd>${RULES[drift.request.rule]}</dd><dt>Made</dt><dd>${momentText(Date.parse(madeAt))}</dd></dl></section></header>`
}

/** As on screen; the sentence with its numbers is at the end. */
const RULES = { 'size-aware': 'Size-aware', evidently: 'Evidently 0.7' } as const

function windowText({ name, leads, from, to }: WindowFacts): string {
  const count = `${name}: ${countText(leads)} ${leads === 1 ? 'lead' : 'leads'}`
  if (from === null || to === null) return count
  const [first, last] = [dayText(Date.parse(from)), dayText(Date.parse(to))]
  return first === last ? `${count}, scored on ${first}` : `${count}, scored from ${first} to ${last}`
}
