/** The guide names numbers; each of them is the code's own. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { REPORT_PARTS, SORTS, WINDOW_SIZES } from '../../electron/cli/bench/false-alarms-bench.ts'
import { bundledModel } from '../../electron/engine/history/fixtures/trial-history.ts'
import { DEFAULT_THRESHOLDS } from '../../electron/engine/monitoring/alerts/default-thresholds.ts'
import { alertDriftRequest } from '../../electron/engine/monitoring/alerts/read-alert-facts.ts'
import { SCORE_DRIFT_DISTANCE, SCORE_DRIFT_P } from '../../electron/engine/monitoring/drift/score-drift.ts'
import { LEAST_PER_POINT } from '../../electron/engine/monitoring/drift/timeline.ts'
import { detectableShift } from '../../electron/engine/monitoring/judgement/detectable-shift.ts'
import { EVIDENTLY_DRIFT_SHARE } from '../../electron/engine/monitoring/judgement/judge-evidently.ts'
import { SIZE_AWARE_RULE } from '../../electron/engine/monitoring/judgement/size-aware-rule.ts'
import { FEWEST_JUDGED } from '../../electron/engine/monitoring/latency/latency-sentences.ts'

const text = readFileSync(resolve(import.meta.dirname, '../../docs/monitoring.md'), 'utf8')
const [words = '', simulated = ''] = text.split('## How often it is wrong')
const guide = words
  // The numbers of a list's items say nothing.
  .replace(/^\d+\. /gm, '')
  .replace(/\s+/g, ' ')

const percent = (share: number) => `${Number((share * 100).toPrecision(10))}%`
const shiftOf = (leads: number) =>
  detectableShift(bundledModel.manifest.reference?.rows ?? 0, leads).toFixed(1)
const alertWindow = alertDriftRequest('size-aware').window
const alertDays = alertWindow.kind === 'days' ? alertWindow.days : null
const t = DEFAULT_THRESHOLDS

/** Every sentence of the guide with a number in it, made from the code. */
const SENTENCES = [
  `there are fewer than ${SIZE_AWARE_RULE.leastRows} leads.`,
  `at least ${SIZE_AWARE_RULE.floor} on the scale of its measure`,
  `in at most ${percent(SIZE_AWARE_RULE.alpha)} of cases without any cause`,
  `With 50 leads it takes a shift of about ${shiftOf(50)} standard deviations of a number, with 100 about ${shiftOf(100)}, with 1,000 about ${shiftOf(1000)}.`,
  `when at least ${percent(EVIDENTLY_DRIFT_SHARE)} of the fields differ. On short lists`,
  `A point needs at least ${LEAST_PER_POINT} leads`,
  `when fewer than ${percent(SCORE_DRIFT_P)} of cases would show such a difference by chance, and at least ${percent(SCORE_DRIFT_DISTANCE)} of the leads`,
  '*95 of 100 within*: all but the slowest five of a hundred.',
  `Under ${FEWEST_JUDGED} leads typed in nothing is judged.`,
  `scoring failed ${t.engineDownFailures} times within ${t.engineDownMinutes} minutes`,
  `more than ${percent(t.errorShare)} of scorings failed within ${t.errorMinutes} minutes`,
  `5 of 100 leads took longer than ${t.slowP95Ms} ms, or 1 of 100 longer than ${t.slowP99Ms} ms, within ${t.slowMinutes} minutes`,
  `at least ${percent(t.driftedFields)} of the fields differ among the leads of the last ${alertDays} days`,
  `chance does that in fewer than ${percent(t.scoreDriftP)} of cases`,
  `fewer than ${percent(t.engagementRate)} of at least ${t.engagementLeads} leads with a known result engaged`,
  `it was trained more than ${t.modelAgeDays} days ago`,
  `${t.newOutcomes} results came in since it was trained`,
  `is not raised again for ${t.cooldownHours} hours`,
  `${t.newOutcomes} or more new results have come in, or the model is older than ${t.modelAgeDays} days`,
]

test.each(SENTENCES)('the guide says “%s”', (sentence) => {
  expect(guide).toContain(sentence)
})

test('no other number stands in it', () => {
  const rest = SENTENCES.reduce((text, sentence) => text.replace(sentence, ' '), guide)
  expect(rest.match(/.{0,40}\d.{0,20}/g) ?? []).toEqual([])
})

describe('the simulation it shows', () => {
  test('says of how many fields and comparisons a whole report is', () => {
    const { fields } = bundledModel.manifest
    const comparisons = fields.reduce((count, { type }) => count + (type === 'text' ? 3 : 1), 0)
    expect(simulated).toContain(`${fields.length} fields of the model in ${comparisons} comparisons`)
  })

  const tables = simulated.split(/\n\n/).filter((block) => block.startsWith('|'))
  const cells = (table: string | undefined) =>
    (table ?? '')
      .trim()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      )
  const percentages = (table: string | undefined) =>
    cells(table)
      .slice(2)
      .map((row) => row.slice(1).map((cell) => Number(/^([\d.]+)%$/.exec(cell)?.[1])))

  test('is over all sorts of fields and numbers of leads that are simulated', () => {
    for (const table of tables.slice(0, 2)) {
      const [head = [], , ...rows] = cells(table)
      expect(head.slice(1)).toEqual(WINDOW_SIZES.map((size) => size.toLocaleString('en')))
      expect(rows.map(([name]) => name)).toEqual([
        ...SORTS.map(({ sort, field }) => `${sort} (${field})`),
        ...REPORT_PARTS.map(({ sort }) => sort),
      ])
    }
  })

  test('has no cell with more than 6% false alarms, and notices half a standard deviation in more than 90%', () => {
    const [redrawn, fixed, noticed] = tables.map(percentages)
    const alarms = [...(redrawn ?? []), ...(fixed ?? [])].flat()
    expect(alarms).toHaveLength(2 * (SORTS.length + REPORT_PARTS.length) * WINDOW_SIZES.length)
    expect(Math.max(...alarms)).toBeLessThanOrEqual(6)
    expect(Math.min(...(noticed ?? []).flat())).toBeGreaterThanOrEqual(90)
  })
})
