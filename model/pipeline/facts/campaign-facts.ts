/** Aggregates of a real campaign that the demo leads follow: shares, missing shares, engagement rates; no row of it. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const share = z.number().min(0).max(1)
const level = z.object({ share, engagedRate: share })
const quantiles = z.record(z.string(), z.number())

const fieldFactsSchema = z.object({
  missingShare: share,
  engagedRateWhenMissing: share.nullable(),
  levels: z.record(z.string(), level).optional(),
  pooledRareLevels: level.extend({ levels: z.int() }).optional(),
  quantiles: quantiles.optional(),
  engagedRateByQuartileBin: z
    .array(z.object({ from: z.number(), to: z.number(), count: z.int(), engagedRate: share }))
    .optional(),
  lengthQuantiles: quantiles.optional(),
  roleFlags: z.record(z.string(), level).optional(),
})

const factsSchema = z.object({
  about: z.string(),
  contacts: z.int(),
  engagedRate: share,
  fields: z.record(z.string(), fieldFactsSchema),
})

export type CampaignFacts = z.infer<typeof factsSchema>
export type FieldFacts = z.infer<typeof fieldFactsSchema>

/** The facts file beside this one. */
export function readCampaignFacts(): CampaignFacts {
  const text = readFileSync(new URL('./linkedin-outreach.json', import.meta.url), 'utf8')
  return factsSchema.parse(JSON.parse(text))
}

/** The facts about one field; asking for a field without facts is a bug. */
export function factsOf(facts: CampaignFacts, field: string): FieldFacts {
  const found = facts.fields[field]
  if (!found) throw new Error(`no facts about ${field}`)
  return found
}
