/** A field as it is described here: its importance is measured by training. */
import type { Field } from '../../bundle/field.ts'

export type FieldDescription = Omit<Field, 'importance'>

/** What most fields have in common: facts about a lead that nobody changes by working on it. */
export const PLAIN = { influenceable: false, sensitive: false } as const
