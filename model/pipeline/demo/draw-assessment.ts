/** Ratings by a language model: their distributions follow the facts, and they hang together a little. */
import { type CampaignFacts, factsOf } from '../facts/campaign-facts.ts'
import type { Random } from '../random.ts'
import { namedLevels } from './choices.ts'
import type { DemoFields } from './demo-lead.ts'
import { fromQuantiles } from './quantile-draw.ts'
import { weightedChoice } from './weighted-choice.ts'

type Assessment = Pick<
  DemoFields,
  'llm_quality' | 'llm_engagement' | 'llm_decision_maker' | 'llm_company_fit'
>

/** Compiles the facts into a draw of the four ratings. */
export function createAssessmentDraw(facts: CampaignFacts): (random: Random, standing: number) => Assessment {
  const quantilesOf = (field: string) => factsOf(facts, field).quantiles ?? {}
  const quality = fromQuantiles(quantilesOf('llm_quality'), 10, 95)
  const engagement = fromQuantiles(quantilesOf('llm_engagement'), 0.15, 0.85)
  const decisionMaker = fromQuantiles(quantilesOf('llm_decision_maker'), 0, 0.9)
  const companyFit = weightedChoice(namedLevels(facts, 'llm_company_fit'))
  return (random, standing) => {
    const liveliness = random.next()
    return {
      // Language models like round numbers.
      llm_quality: Math.round(quality(mixed(random, liveliness, 0.35)) / 5) * 5,
      llm_engagement: twentieths(engagement(liveliness)),
      llm_decision_maker: twentieths(decisionMaker(mixed(random, standing, 0.55))),
      llm_company_fit: Number(companyFit(random)),
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
