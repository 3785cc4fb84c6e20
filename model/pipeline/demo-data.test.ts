import { describe, expect, test } from 'vitest'
import { rocAuc } from '../statistics/roc-auc.ts'
import { type DemoData, demoSizes, drawDemoData } from './demo-data.ts'
import { readCampaignFacts } from './facts/campaign-facts.ts'

const facts = readCampaignFacts()
const data = drawDemoData(facts, 1)

test('no lead of one part is in another', () => {
  const { training, calibration, holdout, reference } = data
  const seen = new Map<string, keyof DemoData>()
  let shared = 0
  for (const [part, { values }] of Object.entries({ training, calibration, holdout, reference })) {
    for (const row of values) {
      const key = JSON.stringify(row)
      if (seen.has(key) && seen.get(key) !== part) shared += 1
      seen.set(key, part as keyof DemoData)
    }
  }
  expect(shared).toBe(0)
  expect(reference.values).toHaveLength(demoSizes.reference)
})

describe('the truth behind the outcomes', () => {
  test('as many engage as in the campaign', () => {
    const { chances, outcomes } = data.training
    const mean = chances.reduce((sum, chance) => sum + chance, 0) / chances.length
    expect(Math.abs(mean - facts.engagedRate)).toBeLessThan(0.01)
    const rate = outcomes.reduce((sum, outcome) => sum + outcome, 0) / outcomes.length
    expect(Math.abs(rate - facts.engagedRate)).toBeLessThan(0.015)
  })

  test('knowing it ranks leads with an AUC of about 0.80, not more', () => {
    expect(rocAuc(data.training.chances, data.training.outcomes)).toBeGreaterThan(0.78)
    expect(rocAuc(data.training.chances, data.training.outcomes)).toBeLessThan(0.82)
  })
})
