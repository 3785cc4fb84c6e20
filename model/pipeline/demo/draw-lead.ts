/** Draws one invented lead of a population. */
import type { CampaignFacts } from '../facts/campaign-facts.ts'
import type { Random } from '../random.ts'
import { titleKinds } from './choices.ts'
import type { DemoLead } from './demo-lead.ts'
import { createAssessmentDraw } from './draw-assessment.ts'
import { createCompanyDraw } from './draw-company.ts'
import { drawIdentity } from './draw-identity.ts'
import { createPersonDraw } from './draw-person.ts'
import { createProfileDraw } from './draw-profile.ts'
import type { TitleKind } from './job-titles.ts'
import type { Population } from './population.ts'
import { weightedChoice } from './weighted-choice.ts'

/** Compiles the facts into a function that draws lead number `index`. */
export function createLeadDraw(
  facts: CampaignFacts,
  population: Population,
): (random: Random, index: number) => DemoLead {
  const drawAssessment = createAssessmentDraw(facts)
  const drawPerson = createPersonDraw(facts, population)
  const drawCompany = createCompanyDraw(facts, population)
  const drawProfile = createProfileDraw(facts, population)
  return (random, index) => {
    const feminine = random.chance(0.5)
    const identity = drawIdentity(random, index, feminine)
    const isStudent = random.chance(population.studentShare)
    // How far up a person stands, 0 to 1: seniority, title and the say in buying all hang on it.
    const standing = random.next() ** population.standingExponent
    const kind = drawTitleKind(random, standing, isStudent)
    const { place, ...person } = drawPerson(random, standing, kind, isStudent)
    return {
      identity,
      fields: {
        ...drawAssessment(random, standing),
        ...person,
        ...drawCompany(random, person.industry, place, isStudent),
        ...drawProfile(random, { kind, feminine, company: identity.company, languages: person.languages }),
      },
    }
  }
}

function drawTitleKind(random: Random, standing: number, isStudent: boolean): TitleKind {
  if (isStudent) return random.chance(0.3) ? 'none' : 'student'
  const weights = titleKinds.map(
    ([kind, weight, slope]) => [kind, weight * (1 + slope * (2 * standing - 1))] as const,
  )
  return weightedChoice(weights)(random)
}
