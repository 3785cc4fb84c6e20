/** A lead: a person at a company. Identity is kept apart from the model's fields and never reaches the model. */
import { z } from 'zod'

/** Who the lead is. Never seen by the model. */
export const identitySchema = z.strictObject({
  name: z.string().max(300).nullable(),
  company: z.string().max(300).nullable(),
  email: z.string().max(320).nullable(),
  link: z.string().max(2000).nullable(),
})
/** Who a lead is. */
export type Identity = z.infer<typeof identitySchema>
/** The identity of a lead nothing is known of. */
export const NOBODY: Identity = { name: null, company: null, email: null, link: null }

/** The model's fields by name; a field that is absent is missing. Values are checked against the manifest by the engine. */
export const leadFieldsSchema = z
  .record(z.string().max(100), z.union([z.number(), z.string().max(1_000_000), z.null()]))
  .refine((fields) => Object.keys(fields).length <= 500, 'too many fields')
/** Values of the model's fields, by name. */
export type LeadFields = z.infer<typeof leadFieldsSchema>

/** Bands of the score, the best first. */
export const bandSchema = z.enum(['hot', 'warm', 'cold'])
/** A band of the score. */
export type Band = z.infer<typeof bandSchema>
/** How sure the model is of its label. */
export type Confidence = 'high' | 'medium' | 'low'

/** A model as people name it. */
export interface ModelName {
  readonly name: string
  readonly version: string
}

/** How long one scoring took, milliseconds per lead. `storage` is 0 for a preview. */
export interface LatencyMs {
  readonly features: number
  readonly inference: number
  readonly storage: number
  readonly total: number
}

/** What the model says about one lead. */
export interface Scored {
  /** Chance of engaging, 0 to 1. */
  readonly score: number
  /** The target's name (`engaged`), or `not engaged`. */
  readonly label: string
  readonly confidence: Confidence
  readonly band: Band
}

/** A score shown while typing: nothing is stored. */
export interface Preview extends Scored {
  readonly model: ModelName
  readonly latencyMs: LatencyMs
}

/** A stored prediction, as acknowledged after its commit. */
export interface Saved extends Preview {
  readonly id: number
}
