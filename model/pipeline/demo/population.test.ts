/** The shifted sample differs where it says, and nowhere else: judged as the drift panels will judge it. */
import { expect, test } from 'vitest'
import type { FieldValue } from '../../bundle/field.ts'
import { readCampaignFacts } from '../facts/campaign-facts.ts'
import { demoFields } from '../fields/demo-fields.ts'
import { createRandom } from '../random.ts'
import { demoValues } from './demo-lead.ts'
import { createLeadDraw } from './draw-lead.ts'
import { campaignAudience, type Population, shiftedFields, studentAudience } from './population.ts'

const facts = readCampaignFacts()
const rowsOf = (population: Population, seed: number) => {
  const draw = createLeadDraw(facts, population)
  const random = createRandom(seed)
  return Array.from({ length: 5000 }, (_, index) => demoValues(draw(random, index)))
}
const campaign = rowsOf(campaignAudience, 5)
const students = rowsOf(studentAudience, 6)

/** Jensen-Shannon distance of two lists of categories, natural logarithm. */
function jensenShannon(left: readonly string[], right: readonly string[]): number {
  const share = (list: readonly string[], wanted: string) =>
    list.filter((value) => value === wanted).length / list.length
  let sum = 0
  for (const level of new Set([...left, ...right])) {
    const [p, q] = [share(left, level), share(right, level)]
    const m = (p + q) / 2
    if (p > 0) sum += (p * Math.log(p / m)) / 2
    if (q > 0) sum += (q * Math.log(q / m)) / 2
  }
  return Math.sqrt(Math.max(0, sum))
}

/** What is compared: a category itself, a number in tenths of its range, a text's presence and length. */
function cell(value: FieldValue, spread: number): string {
  if (value === null) return 'missing'
  if (typeof value === 'number') return String(Math.floor(value / spread))
  return value
}

test.each(demoFields.map(({ name, type }, index) => ({ name, type, index })))(
  '$name',
  ({ name, type, index }) => {
    const spread = { llm_quality: 10, companyfoundedon: 10 }[name] ?? 0.1
    const cells = (rows: readonly (readonly FieldValue[])[]) =>
      rows.map((row) => {
        const value = row[index] ?? null
        return type === 'text' && value !== null ? cell(String(value).length, 40) : cell(value, spread)
      })
    const distance = jensenShannon(cells(campaign), cells(students))
    if (shiftedFields.includes(name)) expect(distance).toBeGreaterThan(0.1)
    else expect(distance).toBeLessThan(0.1)
  },
)
