/** What the campaign says about engagement, one margin per fact: a lead's level, and the rate of each level. */

import type { Field, FieldValue } from '../../bundle/field.ts'
import { createVectorizer } from '../../features/vectorize-lead.ts'
import { type CampaignFacts, type FieldFacts, factsOf } from '../facts/campaign-facts.ts'
import { jobTitleFlags } from '../fields/demo-features.ts'
import { demoFields } from '../fields/demo-fields.ts'
import { type DemoLead, demoValues } from './demo-lead.ts'

/** One fact about engagement: every lead is in one level, or in none (-1). */
export interface Margin {
  readonly name: string
  /** Engagement rate wanted for each level. */
  readonly rates: readonly number[]
  levelOf(lead: DemoLead): number
}

/**
 * Rates of small groups are pulled towards the overall rate as if 20 more contacts had been met there: of five
 * contacts, none engaging says little, and a rate of 0 has no log-odds.
 */
const EXTRA_CONTACTS = 20

/** The margins of every field the facts describe. */
export function engagementMargins(facts: CampaignFacts): Margin[] {
  const fields = demoFields.map(({ name }) => name)
  return [...fields.flatMap((field) => fieldMargins(facts, field)), ...titleFlagMargins(facts)]
}

function fieldMargins(facts: CampaignFacts, field: string): Margin[] {
  const own = factsOf(facts, field)
  const index = demoFields.findIndex(({ name }) => name === field)
  const valueIn = (lead: DemoLead) => demoValues(lead)[index] ?? null
  const whenMissing = own.engagedRateWhenMissing ?? facts.engagedRate
  const missingRate = pulled(facts, whenMissing, own.missingShare)
  if (own.levels) return [levelMargin(facts, field, own, valueIn)]
  if (own.engagedRateByQuartileBin) {
    const bins = own.engagedRateByQuartileBin
    const rates = [
      missingRate,
      ...bins.map((bin) => pulled(facts, bin.engagedRate, bin.count / facts.contacts)),
    ]
    return [
      {
        name: field,
        rates,
        levelOf: (lead) => {
          const value = valueIn(lead)
          if (typeof value !== 'number') return 0
          const bin = bins.findIndex(({ to }) => value <= to)
          return bin < 0 ? bins.length : bin + 1
        },
      },
    ]
  }
  // Texts: the facts tell how often people engage without one; with one, the rest follows from the overall rate.
  const withText = (facts.engagedRate - own.missingShare * whenMissing) / (1 - own.missingShare)
  return [
    { name: field, rates: [missingRate, withText], levelOf: (lead) => (valueIn(lead) === null ? 0 : 1) },
  ]
}

function levelMargin(
  facts: CampaignFacts,
  field: string,
  { levels = {}, pooledRareLevels }: FieldFacts,
  valueIn: (lead: DemoLead) => FieldValue,
): Margin {
  const names = Object.keys(levels)
  const indexes = new Map(names.map((name, index) => [name, index]))
  const rates = Object.values(levels).map(({ share, engagedRate }) => pulled(facts, engagedRate, share))
  if (pooledRareLevels) rates.push(pulled(facts, pooledRareLevels.engagedRate, pooledRareLevels.share))
  const rest = pooledRareLevels ? names.length : -1
  return { name: field, rates, levelOf: (lead) => indexes.get(String(valueIn(lead) ?? '(missing)')) ?? rest }
}

function titleFlagMargins(facts: CampaignFacts): Margin[] {
  const flags = factsOf(facts, 'jobtitle').roleFlags ?? {}
  const flagsOf = titleFlagReader()
  return jobTitleFlags.flatMap(({ name }, index): Margin[] => {
    const flag = flags[name.replace('jobtitle_', '')]
    if (!flag) return []
    const rate = pulled(facts, flag.engagedRate, flag.share)
    return [{ name, rates: [rate], levelOf: (lead) => (flagsOf(lead)[index] === 1 ? 0 : -1) }]
  })
}

/** The title flags of a lead, made by the same path that the model sees. */
export function titleFlagReader(): (lead: DemoLead) => Float32Array {
  const described: Field[] = demoFields.map((field) => ({ ...field, importance: 0 }))
  const { featureCount, vectorize } = createVectorizer(described, jobTitleFlags)
  return (lead) => {
    const flags = new Float32Array(featureCount)
    vectorize(demoValues(lead), flags, 0)
    return flags
  }
}

function pulled(facts: CampaignFacts, rate: number, share: number): number {
  const contacts = share * facts.contacts
  return (rate * contacts + facts.engagedRate * EXTRA_CONTACTS) / (contacts + EXTRA_CONTACTS)
}
