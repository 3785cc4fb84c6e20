/** Draws one invented lead of a population. */
import { type CampaignFacts, factsOf } from '../facts/campaign-facts.ts'
import type { Random } from '../random.ts'
import {
  companyIndustries,
  companyLocations,
  companySizes,
  languageLists,
  modelIndustries,
  namedLevels,
  places,
  profileIndustries,
  seniorityLevels,
  titleKinds,
} from './choices.ts'
import type { DemoFields, DemoLead } from './demo-lead.ts'
import { drawIdentity } from './draw-identity.ts'
import { drawJobTitle, drawSkills, drawSummary } from './draw-texts.ts'
import { industries } from './industries.ts'
import type { TitleKind } from './job-titles.ts'
import { isFrenchList } from './languages.ts'
import { internationalHubs, otherPlaces, type Place } from './places.ts'
import type { Population } from './population.ts'
import { fromQuantiles } from './quantile-draw.ts'
import { followingChoice, type Weighted, weightedChoice } from './weighted-choice.ts'

/** Shares of company pages that leave something out, beside the leads without any company page. */
const NO_COMPANY_PAGE = 0.3333
const leftOut = (missingShare: number) => (missingShare - NO_COMPANY_PAGE) / (1 - NO_COMPANY_PAGE)

/** Compiles the facts into a function that draws lead number `index`. */
export function createLeadDraw(facts: CampaignFacts, population: Population): (random: Random, index: number) => DemoLead {
  const drawAssessment = assessmentDraw(facts)
  const drawPerson = personDraw(facts, population)
  const drawCompany = companyDraw(facts, population)
  const drawProfile = profileDraw(facts, population)
  return (random, index) => {
    const identity = drawIdentity(random, index)
    const isStudent = random.chance(population.studentShare)
    const standing = random.next() ** population.standingExponent
    const kind = drawTitleKind(random, standing, isStudent)
    const person = drawPerson(random, standing, kind, isStudent)
    const { place, ...personFields } = person
    const fields: DemoFields = {
      ...drawAssessment(random, standing),
      ...personFields,
      ...drawCompany(random, person.industry, place, isStudent),
      ...drawProfile(random, kind, person.languages, identity.company),
    }
    return { identity, fields }
  }
}

type Picked<K extends keyof DemoFields> = Pick<DemoFields, K>

function assessmentDraw(facts: CampaignFacts) {
  const quantilesOf = (field: string) => factsOf(facts, field).quantiles ?? {}
  const quality = fromQuantiles(quantilesOf('llm_quality'), 10, 95)
  const engagement = fromQuantiles(quantilesOf('llm_engagement'), 0.15, 0.85)
  const decisionMaker = fromQuantiles(quantilesOf('llm_decision_maker'), 0, 0.9)
  const fit = weightedChoice(namedLevels(facts, 'llm_company_fit'))
  return (random: Random, standing: number): Picked<'llm_quality' | 'llm_engagement' | 'llm_decision_maker' | 'llm_company_fit'> => {
    const liveliness = random.next()
    return {
      // Language models like round numbers.
      llm_quality: Math.round(quality(mixed(random, liveliness, 0.35)) / 5) * 5,
      llm_engagement: twentieths(engagement(liveliness)),
      llm_decision_maker: twentieths(decisionMaker(mixed(random, standing, 0.55))),
      llm_company_fit: Number(fit(random)),
    }
  }
}

/** Uniform, and equal to `other` with the given chance: a dependence that leaves both distributions as they are. */
function mixed(random: Random, other: number, chance: number): number {
  const own = random.next()
  return random.chance(chance) ? other : own
}

function twentieths(value: number): number {
  return Math.round(value * 20) / 20
}

function drawTitleKind(random: Random, standing: number, isStudent: boolean): TitleKind {
  if (isStudent) return random.chance(0.3) ? 'none' : 'student'
  return weightedChoice(titleKinds.map(([kind, weight, slope]) => [kind, weight * (1 + slope * (2 * standing - 1))] as const))(random)
}

function personDraw(facts: CampaignFacts, population: Population) {
  const seniorities = seniorityLevels(facts)
  const placeChoice = weightedChoice(places(facts))
  const abroadChoice = weightedChoice<Place>([...otherPlaces.slice(10), ...internationalHubs].map((place) => [place, 1] as const))
  const industryChoice = weightedChoice(profileIndustries(facts))
  const byModel = new Map(industries.map((industry) => [industry.onProfile, industry.byModel]))
  const modelIndustry = followingChoice(modelIndustries(facts), profileIndustries(facts), (name) => byModel.get(name) ?? null, 0.4)
  const kinds: Weighted<TitleKind> = titleKinds.map(([kind, weight]) => [kind, weight])
  const businessType = followingChoice(namedLevels(facts, 'llm_business_type'), kinds, businessTypeOf, 0.5)
  const languages = weightedChoice(languageLists(facts))
  const foreignLists = languageLists(facts).filter(([list]) => !isFrenchList(list) && !list.includes('French'))
  const foreignLanguages = weightedChoice(foreignLists)
  const { industry, languages: languageFacts } = facts.fields
  const missing = { industry: industry?.missingShare ?? 0, languages: languageFacts?.missingShare ?? 0 }
  return (random: Random, standing: number, kind: TitleKind, isStudent: boolean) => {
    const abroad = random.chance(population.abroadShare)
    const place = abroad ? abroadChoice(random) : placeChoice(random)
    const ownIndustry = isStudent && random.chance(0.6) ? 'Higher Education' : industryChoice(random)
    return {
      place,
      llm_seniority: isStudent ? 'Entry' : bySharesUpTo(seniorities, standing),
      llm_industry: isStudent && random.chance(0.5) ? 'Education' : modelIndustry(ownIndustry, random),
      llm_geography: place.geography,
      llm_business_type: isStudent ? 'others' : businessType(kind, random),
      industry: random.chance(missing.industry) ? null : ownIndustry,
      languages: random.chance(missing.languages) ? null : (abroad ? foreignLanguages : languages)(random),
      location: place.location,
    }
  }
}

function bySharesUpTo(levels: Weighted<string>, standing: number): string {
  const total = levels.reduce((sum, [, weight]) => sum + weight, 0)
  let left = standing * total
  for (const [level, weight] of levels) {
    left -= weight
    if (left < 0) return level
  }
  return levels.at(-1)?.[0] ?? ''
}

function businessTypeOf(kind: TitleKind): string | null {
  if (['founder', 'techFounder', 'director', 'marketingDirector'].includes(kind)) return 'leaders'
  if (['sales', 'salesManager'].includes(kind)) return 'salespeople'
  if (['tech', 'techLead'].includes(kind)) return 'experts'
  return kind === 'none' || kind === 'student' ? 'others' : null
}

function companyDraw(facts: CampaignFacts, population: Population) {
  const onPage = new Map(industries.map(({ onProfile, onCompanyPage }) => [onProfile, onCompanyPage]))
  const industry = followingChoice(companyIndustries(facts), profileIndustries(facts), (name) => onPage.get(name) ?? null, 0.5)
  const location = followingChoice(companyLocations(facts), places(facts), ({ companyLocation }) => companyLocation, 0.35)
  const size = weightedChoice(companySizes(facts))
  const type = weightedChoice(namedLevels(facts, 'companytype'))
  const founded = fromQuantiles(factsOf(facts, 'companyfoundedon').quantiles ?? {}, 1860, 2025)
  const missing = (field: string) => leftOut(factsOf(facts, field).missingShare)
  const left = { size: missing('companysize'), location: missing('companylocation'), founded: missing('companyfoundedon') }
  return (
    random: Random,
    profileIndustry: string | null,
    place: Place,
    isStudent: boolean,
  ): Picked<'companyindustry' | 'companysize' | 'companytype' | 'companylocation' | 'companyfoundedon'> => {
    if (random.chance(NO_COMPANY_PAGE)) {
      return { companyindustry: null, companysize: null, companytype: null, companylocation: null, companyfoundedon: null }
    }
    const year = Math.round(founded(random.next())) - population.olderCompaniesYears
    const atSchool = isStudent && random.chance(0.7)
    return {
      companyindustry: atSchool ? 'Higher Education' : industry(profileIndustry ?? '', random),
      companysize: random.chance(left.size) ? null : size(random),
      companytype: atSchool ? 'Educational Institution' : type(random),
      companylocation: random.chance(left.location) ? null : location(place, random),
      companyfoundedon: random.chance(left.founded) ? null : year,
    }
  }
}

function profileDraw(facts: CampaignFacts, population: Population) {
  const lengthsOf = (field: string) => factsOf(facts, field).lengthQuantiles ?? {}
  const summaryLength = fromQuantiles(lengthsOf('summary'), 20, 2600)
  const titleLength = fromQuantiles(lengthsOf('jobtitle'), 3, 110)
  const skillsMissing = factsOf(facts, 'skills').missingShare
  return (random: Random, kind: TitleKind, languages: string | null, company: string): Picked<'summary' | 'skills' | 'jobtitle'> => {
    const french = random.chance(languages === null ? 0.5 : isFrenchList(languages) ? 0.75 : 0.1)
    const length = summaryLength(random.next())
    return {
      summary: random.chance(population.summaryMissingShare) ? null : drawSummary(random, length, french),
      skills: random.chance(skillsMissing) ? null : drawSkills(random),
      jobtitle: drawJobTitle(random, kind, titleLength(random.next()), company),
    }
  }
}
