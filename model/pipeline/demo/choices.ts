/** The lists that leads are drawn from, with shares from the facts. */
import { type CampaignFacts, factsOf } from '../facts/campaign-facts.ts'
import { industries, modelOnlyIndustries } from './industries.ts'
import type { TitleKind } from './job-titles.ts'
import { rareLanguageLists } from './languages.ts'
import {
  france,
  greaterParis,
  internationalHubs,
  otherPlaces,
  type Place,
  paris,
  regionalHubs,
} from './places.ts'
import { rareWeights, type Weighted } from './weighted-choice.ts'

const MISSING_LEVEL = '(missing)'

/** Named levels of a category with their shares, without the missing ones. */
export function namedLevels(facts: CampaignFacts, field: string): Weighted<string> {
  return Object.entries(factsOf(facts, field).levels ?? {})
    .filter(([name]) => name !== MISSING_LEVEL)
    .map(([name, { share }]) => [name, share] as const)
}

/** Named levels, then invented rare ones that share what the facts pooled. */
function withRareLevels(
  facts: CampaignFacts,
  field: string,
  candidates: readonly string[],
): Weighted<string> {
  const named = namedLevels(facts, field)
  const names = new Set(named.map(([name]) => name))
  const rare = [...new Set(candidates)].filter((name) => !names.has(name))
  return [...named, ...rareWeights(rare, factsOf(facts, field).pooledRareLevels?.share ?? 0)]
}

export const profileIndustries = (facts: CampaignFacts) =>
  withRareLevels(
    facts,
    'industry',
    industries.map(({ onProfile }) => onProfile),
  )
export const companyIndustries = (facts: CampaignFacts) =>
  withRareLevels(
    facts,
    'companyindustry',
    industries.map(({ onCompanyPage }) => onCompanyPage),
  )
export const modelIndustries = (facts: CampaignFacts) =>
  withRareLevels(facts, 'llm_industry', [...industries.map(({ byModel }) => byModel), ...modelOnlyIndustries])
export const languageLists = (facts: CampaignFacts) => withRareLevels(facts, 'languages', rareLanguageLists)

/** Seniority from the bottom up. The campaign met no C-level; a few are added so that the model knows the word. */
export function seniorityLevels(facts: CampaignFacts): Weighted<string> {
  return [...namedLevels(facts, 'llm_seniority'), ['C-Level', 0.005]]
}

/** Company sizes; the campaign met no company above 10,000, a few are added for the same reason. */
export function companySizes(facts: CampaignFacts): Weighted<string> {
  return [...namedLevels(facts, 'companysize'), ['10001+', 0.006]]
}

/** Places: the three the facts name, and lists that together have the shares of their geography. */
export function places(facts: CampaignFacts): Weighted<Place> {
  const share = (field: string, level: string) => factsOf(facts, field).levels?.[level]?.share ?? 0
  const named = [paris, greaterParis, france].map(
    (place) => [place, share('location', place.location)] as const,
  )
  const left = (geography: Place['geography']) =>
    Math.max(
      0,
      share('llm_geography', geography) -
        named.reduce((sum, [place, weight]) => sum + (place.geography === geography ? weight : 0), 0),
    )
  return [
    ...named,
    ...rareWeights(internationalHubs, left('international_hub')),
    ...rareWeights(regionalHubs, left('regional_hub')),
    ...rareWeights(otherPlaces, left('other')),
  ]
}

export const companyLocations = (facts: CampaignFacts) =>
  withRareLevels(
    facts,
    'companylocation',
    [...internationalHubs, ...regionalHubs, ...otherPlaces].map(({ companyLocation }) => companyLocation),
  )

/** How often a title of each kind occurs, and how much likelier it gets with standing (-1 to 1). */
export const titleKinds: readonly (readonly [kind: TitleKind, weight: number, slope: number])[] = [
  ['none', 0.1254, -0.3],
  ['founder', 0.115, 0.8],
  ['techFounder', 0.02, 0.8],
  ['director', 0.052, 0.9],
  ['marketingDirector', 0.006, 0.9],
  ['manager', 0.118, 0.4],
  ['marketingManager', 0.015, 0.4],
  ['salesManager', 0.006, 0.4],
  ['techLead', 0.015, 0.5],
  ['marketing', 0.019, -0.4],
  ['tech', 0.055, -0.2],
  ['sales', 0.008, -0.4],
  ['english', 0.15, -0.4],
  ['french', 0.2956, -0.45],
]
