/** The texts of a profile, as long and as often missing as in the facts. */
import { type CampaignFacts, factsOf } from '../facts/campaign-facts.ts'
import type { Random } from '../random.ts'
import type { DemoFields } from './demo-lead.ts'
import { drawJobTitle, drawSkills, drawSummary, type TitleOwner } from './draw-texts.ts'
import { isFrenchList } from './languages.ts'
import type { Population } from './population.ts'
import { fromQuantiles } from './quantile-draw.ts'

type Profile = Pick<DemoFields, 'summary' | 'skills' | 'jobtitle'>

/** Compiles the facts into a draw of summary, skills and job title. */
export function createProfileDraw(
  facts: CampaignFacts,
  population: Population,
): (random: Random, person: TitleOwner & { readonly languages: string | null }) => Profile {
  const lengthsOf = (field: string) => factsOf(facts, field).lengthQuantiles ?? {}
  const summaryLength = fromQuantiles(lengthsOf('summary'), 20, 2600)
  const titleLength = fromQuantiles(lengthsOf('jobtitle'), 3, 110)
  const noSkills = factsOf(facts, 'skills').missingShare
  return (random, person) => {
    const { languages } = person
    const french = random.chance(languages === null ? 0.5 : isFrenchList(languages) ? 0.75 : 0.1)
    const length = summaryLength(random.next())
    return {
      summary: random.chance(population.summaryMissingShare) ? null : drawSummary(random, length, french),
      skills: random.chance(noSkills) ? null : drawSkills(random),
      // Students have little to add to the word.
      jobtitle: drawJobTitle(
        random,
        person,
        titleLength(random.next()) * (person.kind === 'student' ? 0.5 : 1),
      ),
    }
  }
}
