/** What is known about a lead's company: nothing for a third of them, and gaps for the rest. */
import { type CampaignFacts, factsOf } from '../facts/campaign-facts.ts'
import type { Random } from '../random.ts'
import {
  companyIndustries,
  companyLocations,
  companySizes,
  namedLevels,
  places,
  profileIndustries,
} from './choices.ts'
import type { DemoFields } from './demo-lead.ts'
import { industries } from './industries.ts'
import type { Place } from './places.ts'
import type { Population } from './population.ts'
import { fromQuantiles } from './quantile-draw.ts'
import { followingChoice, weightedChoice } from './weighted-choice.ts'

type Company = Pick<
  DemoFields,
  'companyindustry' | 'companysize' | 'companytype' | 'companylocation' | 'companyfoundedon'
>

const NO_PAGE: Company = {
  companyindustry: null,
  companysize: null,
  companytype: null,
  companylocation: null,
  companyfoundedon: null,
}

/** Compiles the facts into a draw of a company that suits the person's industry and place. */
export function createCompanyDraw(
  facts: CampaignFacts,
  population: Population,
): (random: Random, industry: string | null, place: Place, isStudent: boolean) => Company {
  // Industry and type are missing together: those leads have no company page at all.
  const noPage = factsOf(facts, 'companyindustry').missingShare
  const leftOut = (field: string) => (factsOf(facts, field).missingShare - noPage) / (1 - noPage)
  const gaps = {
    size: leftOut('companysize'),
    location: leftOut('companylocation'),
    founded: leftOut('companyfoundedon'),
  }
  const industryChoice = companyIndustryChoice(facts)
  const locationChoice = followingChoice(
    companyLocations(facts),
    places(facts),
    ({ companyLocation }) => companyLocation,
    0.35,
  )
  const size = weightedChoice(companySizes(facts))
  const type = weightedChoice(namedLevels(facts, 'companytype'))
  // The facts' oldest is from 1199; invented companies begin where the facts' lowest quantile can be reached evenly.
  const founded = fromQuantiles(factsOf(facts, 'companyfoundedon').quantiles ?? {}, 1860, 2025)
  return (random, industry, place, isStudent) => {
    if (random.chance(noPage)) return NO_PAGE
    const year = Math.round(founded(random.next())) - population.olderCompaniesYears
    const atSchool = isStudent && random.chance(0.7)
    return {
      companyindustry: atSchool ? 'Higher Education' : industryChoice(industry ?? '', random),
      companysize: random.chance(gaps.size) ? null : size(random),
      companytype: atSchool ? 'Educational Institution' : type(random),
      companylocation: random.chance(gaps.location) ? null : locationChoice(place, random),
      companyfoundedon: random.chance(gaps.founded) ? null : year,
    }
  }
}

function companyIndustryChoice(facts: CampaignFacts): (industry: string, random: Random) => string {
  const onPage = new Map(industries.map(({ onProfile, onCompanyPage }) => [onProfile, onCompanyPage]))
  const pointsTo = (name: string) => onPage.get(name) ?? null
  return followingChoice(companyIndustries(facts), profileIndustries(facts), pointsTo, 0.5)
}
