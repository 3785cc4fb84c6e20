import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unescapeFormula } from '../../importing/csv/formula-apostrophe.ts'
import { inventedFacts } from './fixtures/invented-facts.ts'
import { reportTable } from './report-table.ts'

const read = (csv: string): Record<string, string>[] => parse(csv, { bom: true, columns: true })
const number = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

test('a row per field and measure and one for the scores, with every digit', () => {
  const { drift } = inventedFacts('leads.csv', 5)
  const rows = read(reportTable(drift))
  expect(rows.map(({ measure }) => measure)).toEqual([
    'value',
    'present',
    'characters',
    'parts',
    'value',
    'value',
  ])
  for (const [index, { statistic, missing, unseen, outOfRange }] of drift.fields.entries()) {
    expect(rows[index]).toMatchObject({
      value: number(statistic?.value),
      p: number(statistic?.p),
      p_adjusted: number(statistic?.adjustedP),
      missing: number(missing.window),
      unseen_leads: number(unseen?.leads),
      above_range: number(outOfRange?.above),
      leads: '1234',
      model: 'leads.csv 1.2.3 (demo)',
    })
  }
  expect(rows.at(-1)).toMatchObject({
    field: 'score',
    verdict: 'no_drift',
    p: '0.0123456789',
    missing: '',
    importance: '',
  })
})

test('no text of a lead or a model is run by a spreadsheet, and each comes back as it was', () => {
  const texts = fc.oneof(
    fc.constantFrom('=1+1', '+a', '-a', '@a', '\t=a', "'=a", '=HYPERLINK("x")'),
    fc.string(),
  )
  fc.assert(
    fc.property(texts, (text) => {
      for (const { label, window } of read(reportTable(inventedFacts(text).drift)).slice(0, 4)) {
        expect(label).not.toMatch(/^[=+\-@\t\r]/)
        expect([unescapeFormula(label ?? ''), unescapeFormula(window ?? '')]).toEqual([text, text])
      }
    }),
    { numRuns: 60 },
  )
})
