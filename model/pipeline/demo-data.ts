/** All invented leads of the bundle: what the model learns from, is calibrated and judged on, and what ships. */

import type { FieldValue } from '../bundle/field.ts'
import { type DemoLead, demoValues } from './demo/demo-lead.ts'
import { createLeadDraw } from './demo/draw-lead.ts'
import { campaignAudience, type Population, studentAudience } from './demo/population.ts'
import { createSignal, type Signal } from './demo/signal.ts'
import type { CampaignFacts } from './facts/campaign-facts.ts'
import { createRandom, type Random } from './random.ts'

/** Leads with what happened to them. */
export interface LabelledLeads {
  readonly values: readonly (readonly FieldValue[])[]
  readonly outcomes: Uint8Array
  /** The chance each lead had: what a perfect model would say. */
  readonly chances: Float64Array
}

export interface DemoData {
  readonly training: LabelledLeads
  readonly calibration: LabelledLeads
  readonly holdout: LabelledLeads
  readonly reference: LabelledLeads
  readonly samples: {
    readonly small: readonly DemoLead[]
    readonly large: readonly DemoLead[]
    readonly shifted: readonly DemoLead[]
  }
}

/** How many leads of each part; every part is drawn by itself, so none shares a lead with another. */
export const demoSizes = {
  signal: 10_000,
  training: 20_000,
  calibration: 5_000,
  holdout: 10_000,
  reference: 2_000,
  smallSample: 50,
  largeSample: 5_000,
} as const

/** Draws everything; the same facts and seed give the same leads. */
export function drawDemoData(facts: CampaignFacts, seed: number): DemoData {
  const random = createRandom(seed)
  const draw = (stream: number, count: number, population: Population) => {
    const drawLead = createLeadDraw(facts, population)
    const own = random.fork(stream)
    return Array.from({ length: count }, (_, index) => drawLead(own, index))
  }
  const signal = createSignal(facts, draw(0, demoSizes.signal, campaignAudience))
  const labelled = (stream: number, count: number) =>
    label(draw(stream, count, campaignAudience), signal, random.fork(100 + stream))
  return {
    training: labelled(1, demoSizes.training),
    calibration: labelled(2, demoSizes.calibration),
    holdout: labelled(3, demoSizes.holdout),
    reference: labelled(4, demoSizes.reference),
    samples: {
      small: draw(5, demoSizes.smallSample, campaignAudience),
      large: draw(6, demoSizes.largeSample, campaignAudience),
      shifted: draw(7, demoSizes.largeSample, studentAudience),
    },
  }
}

function label(leads: readonly DemoLead[], signal: Signal, random: Random): LabelledLeads {
  const chances = Float64Array.from(leads, signal)
  return {
    values: leads.map(demoValues),
    chances,
    outcomes: Uint8Array.from(chances, (chance) => (random.chance(chance) ? 1 : 0)),
  }
}
