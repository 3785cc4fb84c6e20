/** The demo's truth: each invented lead's chance of engaging. */
import { sigmoid } from '../../trees/sigmoid.ts'
import type { CampaignFacts } from '../facts/campaign-facts.ts'
import { createRandom } from '../random.ts'
import type { DemoLead } from './demo-lead.ts'
import { interactionLogOdds } from './signal-interactions.ts'
import { engagementMargins, type Margin, titleFlagReader } from './signal-margins.ts'

/** Chance of engaging of a lead, 0 to 1: all that a perfect model could know. */
export type Signal = (lead: DemoLead) => number

const ROUNDS = 12
/** Spread of the effects of categories too rare for the facts to name, in log-odds. */
const RARE_EFFECT = 0.2

/**
 * Makes the signal: interactions (written down) plus one effect per level of every margin, solved so that among the
 * given leads each level engages at the campaign's rate. Solved by turns: each round moves every level's effect by the
 * difference in log-odds between wanted and present rate (raking, Deming and Stephan 1940). Rare categories get an
 * effect of their own besides, or all industries beyond the named ones would be alike.
 */
export function createSignal(facts: CampaignFacts, leads: readonly DemoLead[]): Signal {
  const margins = engagementMargins(facts)
  const effects = margins.map(({ rates }) => new Float64Array(rates.length))
  const fixed = fixedLogOdds()
  const offset = Math.log(facts.engagedRate / (1 - facts.engagedRate))
  const logOdds = Float64Array.from(leads, (lead) => fixed(lead) + offset)
  const levels = margins.map(({ levelOf }) => Int16Array.from(leads, levelOf))
  for (let round = 0; round < ROUNDS; round++) {
    margins.forEach((margin, index) => {
      const own = levels[index] ?? new Int16Array()
      const steps = stepsTowards(margin, own, logOdds)
      own.forEach((level, lead) => {
        if (level >= 0) logOdds[lead] = (logOdds[lead] ?? 0) + (steps[level] ?? 0)
      })
      steps.forEach((step, level) => {
        const ownEffects = effects[index]
        if (ownEffects) ownEffects[level] = (ownEffects[level] ?? 0) + step
      })
    })
  }
  return (lead) => {
    const main = margins.reduce((sum, { levelOf }, index) => sum + (effects[index]?.[levelOf(lead)] ?? 0), 0)
    return sigmoid(offset + fixed(lead) + main)
  }
}

function stepsTowards({ rates }: Margin, levels: Int16Array, logOdds: Float64Array): Float64Array {
  const sums = new Float64Array(rates.length)
  const counts = new Float64Array(rates.length)
  levels.forEach((level, lead) => {
    if (level < 0) return
    sums[level] = (sums[level] ?? 0) + sigmoid(logOdds[lead] ?? 0)
    counts[level] = (counts[level] ?? 0) + 1
  })
  return Float64Array.from(rates, (rate, level) => {
    const count = counts[level] ?? 0
    if (count === 0) return 0
    const present = (sums[level] ?? 0) / count
    return Math.log(rate / (1 - rate)) - Math.log(present / (1 - present))
  })
}

/** Interactions and the effects of rare categories: what is not solved for. */
function fixedLogOdds(): (lead: DemoLead) => number {
  const flagsOf = titleFlagReader()
  const known = new Map<string, number>()
  const rareEffect = (name: string | null) => {
    if (name === null) return 0
    const effect = known.get(name) ?? RARE_EFFECT * createRandom(hashOf(name)).normal()
    known.set(name, effect)
    return effect
  }
  return (lead) => {
    const { industry, companyindustry, languages } = lead.fields
    const rare = rareEffect(industry) + rareEffect(companyindustry) + rareEffect(languages)
    return interactionLogOdds(lead, flagsOf(lead)[0] === 1) + rare
  }
}

/** A number that depends on the name alone (FNV-1a over code units), so that adding a category changes no other. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++)
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return hash
}
