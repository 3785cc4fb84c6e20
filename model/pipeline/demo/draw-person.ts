/** Who a lead is: seniority, place, languages, industry. */
import { type CampaignFacts, factsOf } from '../facts/campaign-facts.ts'
import type { Random } from '../random.ts'
import {
  languageLists,
  modelIndustries,
  namedLevels,
  places,
  profileIndustries,
  seniorityLevels,
  titleKinds,
} from './choices.ts'
import type { DemoFields } from './demo-lead.ts'
import { industries } from './industries.ts'
import type { TitleKind } from './job-titles.ts'
import { isFrenchList } from './languages.ts'
import { internationalHubs, otherPlaces, type Place } from './places.ts'
import type { Population } from './population.ts'
import { type Chooser, followingChoice, type Weighted, weightedChoice } from './weighted-choice.ts'

type Person = Pick<
  DemoFields,
  | 'llm_seniority'
  | 'llm_industry'
  | 'llm_geography'
  | 'llm_business_type'
  | 'industry'
  | 'languages'
  | 'location'
> & { readonly place: Place }

/** Where the lists of places leave France. */
const FIRST_ABROAD = 10

/** Compiles the facts into a draw of a person of the given standing (0 to 1) and kind of title. */
export function createPersonDraw(
  facts: CampaignFacts,
  population: Population,
): (random: Random, standing: number, kind: TitleKind, isStudent: boolean) => Person {
  const home = { place: weightedChoice(places(facts)), languages: weightedChoice(languageLists(facts)) }
  const abroad = livingAbroad(facts)
  const seniorities = seniorityLevels(facts)
  const industryChoice = weightedChoice(profileIndustries(facts))
  const modelIndustry = modelIndustryChoice(facts)
  const businessType = businessTypeChoice(facts)
  const noIndustry = factsOf(facts, 'industry').missingShare
  const noLanguages = factsOf(facts, 'languages').missingShare
  return (random, standing, kind, isStudent) => {
    const living = random.chance(population.abroadShare) ? abroad : home
    const place = living.place(random)
    const industry = isStudent && random.chance(0.6) ? 'Higher Education' : industryChoice(random)
    return {
      place,
      llm_seniority: isStudent ? 'Entry' : levelAt(seniorities, standing),
      llm_industry: isStudent && random.chance(0.5) ? 'Education' : modelIndustry(industry, random),
      llm_geography: place.geography,
      llm_business_type: isStudent ? 'others' : businessType(kind, random),
      industry: random.chance(noIndustry) ? null : industry,
      languages: random.chance(noLanguages) ? null : living.languages(random),
      location: place.location,
    }
  }
}

function livingAbroad(facts: CampaignFacts): { place: Chooser<Place>; languages: Chooser<string> } {
  const foreign = [...otherPlaces.slice(FIRST_ABROAD), ...internationalHubs]
  const lists = languageLists(facts).filter(([list]) => !isFrenchList(list) && !list.includes('French'))
  return {
    place: weightedChoice(foreign.map((place) => [place, 1] as const)),
    languages: weightedChoice(lists),
  }
}

function modelIndustryChoice(facts: CampaignFacts): (industry: string, random: Random) => string {
  const byModel = new Map(industries.map((industry) => [industry.onProfile, industry.byModel]))
  const pointsTo = (name: string) => byModel.get(name) ?? null
  return followingChoice(modelIndustries(facts), profileIndustries(facts), pointsTo, 0.4)
}

function businessTypeChoice(facts: CampaignFacts): (kind: TitleKind, random: Random) => string {
  const kinds: Weighted<TitleKind> = titleKinds.map(([kind, weight]) => [kind, weight])
  return followingChoice(namedLevels(facts, 'llm_business_type'), kinds, businessTypeOf, 0.5)
}

function businessTypeOf(kind: TitleKind): string | null {
  if (['founder', 'techFounder', 'director', 'marketingDirector'].includes(kind)) return 'leaders'
  if (['sales', 'salesManager'].includes(kind)) return 'salespeople'
  if (['tech', 'techLead'].includes(kind)) return 'experts'
  return kind === 'none' ? 'others' : null
}

/** The level that a standing between 0 and 1 falls into when levels are stacked from the bottom up. */
function levelAt(levels: Weighted<string>, standing: number): string {
  let left = standing * levels.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [level, weight] of levels) {
    left -= weight
    if (left < 0) return level
  }
  return levels.at(-1)?.[0] ?? ''
}
