/** Demo leads against the campaign's facts: shares, gaps, lengths, engagement. */
import { expect, test } from 'vitest'
import { quantile } from '../../statistics/quantile.ts'
import { factsOf, readCampaignFacts } from '../facts/campaign-facts.ts'
import { demoFields } from '../fields/demo-fields.ts'
import { createRandom } from '../random.ts'
import { demoValues } from './demo-lead.ts'
import { createLeadDraw } from './draw-lead.ts'
import { campaignAudience } from './population.ts'
import { createSignal } from './signal.ts'
import { engagementMargins } from './signal-margins.ts'

const COUNT = 20_000
const facts = readCampaignFacts()
const draw = createLeadDraw(facts, campaignAudience)
const random = createRandom(3)
const leads = Array.from({ length: COUNT }, (_, index) => draw(random, index))
const rows = leads.map(demoValues)
const column = (name: string) => {
  const index = demoFields.findIndex((field) => field.name === name)
  return rows.map((row) => row[index] ?? null)
}
const shareOf = (name: string, wanted: unknown) =>
  column(name).filter((value) => value === wanted).length / COUNT

const factsByField = demoFields.map(({ name }) => ({ name, own: factsOf(facts, name) }))

test.each(factsByField)('$name is as often missing as in the campaign', ({ name, own }) => {
  expect(Math.abs(shareOf(name, null) - own.missingShare)).toBeLessThan(0.02)
})

test.each(factsByField.filter(({ own }) => own.levels))(
  '$name has the campaign’s shares',
  ({ name, own }) => {
    for (const [level, { share }] of Object.entries(own.levels ?? {})) {
      if (level === '(missing)') continue
      const wanted = name === 'llm_company_fit' ? Number(level) : level
      expect(Math.abs(shareOf(name, wanted) - share), level).toBeLessThan(0.03)
    }
  },
)

const spreading = factsByField.filter(({ own }) => own.quantiles ?? own.lengthQuantiles)
test.each(spreading)('$name spreads as in the campaign', ({ name, own }) => {
  const present = column(name).filter((value) => value !== null)
  const sizes = present.map((value) => (typeof value === 'number' ? value : [...value].length))
  const sorted = Float64Array.from(sizes).sort()
  const wanted = own.quantiles ?? own.lengthQuantiles ?? {}
  // Rounded scales and whole words leave some room: a tenth of the distance between the outer quantiles.
  const room = ((wanted['0.95'] ?? 0) - (wanted['0.05'] ?? 0)) / 10
  for (const share of ['0.25', '0.5', '0.75']) {
    expect(Math.abs(quantile(sorted, Number(share)) - (wanted[share] ?? 0)), share).toBeLessThanOrEqual(room)
  }
})

test('people engage at the campaign’s rates, level by level', () => {
  const signal = createSignal(facts, leads.slice(0, 10_000))
  const chances = leads.map(signal)
  for (const { name, rates, levelOf } of engagementMargins(facts)) {
    const levels = leads.map(levelOf)
    for (const [level, rate] of rates.entries()) {
      const own = chances.filter((_, lead) => levels[lead] === level)
      if (own.length < 500) continue
      const mean = own.reduce((sum, chance) => sum + chance, 0) / own.length
      expect(Math.abs(mean - rate), `${name} level ${level}`).toBeLessThan(0.05)
    }
  }
})
